import { EdgeRectangleProgram, NodeProgram, type ProgramInfo } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import { KINDS } from '../../lib/kinds';

/** What sigma draws of a node beside its own attributes. */
export interface MarkData extends NodeDisplayData {
  /** Its outline. */
  edge: string;
  /** Place of its kind in KINDS, whose shape it takes. */
  shape: number;
}

const FLOAT = 0x1406;
const UNSIGNED_BYTE = 0x1401;
const TRIANGLES = 4;

const VERTEX = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec4 a_edge;
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute float a_angle;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
varying vec4 v_color;
varying vec4 v_edge;
varying vec2 v_at;
varying float v_pixel;
varying float v_shape;
const float bias = 255.0 / 254.0;

void main() {
  float radius = a_size * u_correctionRatio / u_sizeRatio * 2.0;
  vec2 corner = vec2(cos(a_angle), sin(a_angle)) * 3.2; // a triangle around the square from -1.4 to 1.4
  gl_Position = vec4((u_matrix * vec3(a_position + corner * radius, 1.0)).xy, 0.0, 1.0);
  v_at = vec2(corner.x, -corner.y);
  v_pixel = u_sizeRatio / a_size; // one pixel, where the mark's radius is 1
  v_shape = a_shape;
  #ifdef PICKING_MODE
  v_color = a_id;
  v_edge = a_id;
  #else
  v_color = a_color;
  v_edge = a_edge;
  #endif
  v_color.a *= bias;
  v_edge.a *= bias;
}`;

// The distance to each kind's outline, negative inside; the shapes are those of lib/kinds.ts.
const FRAGMENT = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying vec4 v_edge;
varying vec2 v_at;
varying float v_pixel;
varying float v_shape;

float box(vec2 p, vec2 half_size) {
  vec2 d = abs(p) - half_size;
  return length(max(d, 0.0)) + min(max(d.x, d.y), 0.0);
}
float side(vec2 p, vec2 a, vec2 b) {
  vec2 along = normalize(b - a);
  return dot(p - a, vec2(along.y, -along.x));
}
float shape(vec2 p) {
  if (v_shape < 0.5) return length(p) - 1.0;
  if (v_shape < 1.5) return box(p, vec2(0.5)) - 0.4;
  if (v_shape < 2.5) return max(box(p, vec2(0.75, 1.0)), side(p, vec2(0.25, -1.0), vec2(0.75, -0.5)));
  if (v_shape < 3.5) return (abs(p.x) + abs(p.y) - 1.1) * 0.7071;
  if (v_shape < 4.5) return max(abs(p.y) - 0.95, max(side(p, vec2(0.55, -0.95), vec2(1.1, 0.0)), max(side(p, vec2(1.1, 0.0), vec2(0.55, 0.95)), max(side(p, vec2(-0.55, 0.95), vec2(-1.1, 0.0)), side(p, vec2(-1.1, 0.0), vec2(-0.55, -0.95))))));
  if (v_shape < 5.5) return max(p.y - 0.9, max(side(p, vec2(0.0, -1.05), vec2(1.1, 0.9)), side(p, vec2(-1.1, 0.9), vec2(0.0, -1.05))));
  if (v_shape < 6.5) {
    float flag = max(side(p, vec2(-0.8, -1.0), vec2(1.0, -0.45)), max(side(p, vec2(1.0, -0.45), vec2(-0.8, 0.2)), -0.8 - p.x));
    return min(flag, box(p - vec2(-0.8, 0.0), vec2(0.1, 1.0)));
  }
  float tail = max(side(p, vec2(0.1, 0.4), vec2(-0.45, 1.0)), max(-0.45 - p.x, 0.4 - p.y));
  return min(box(p - vec2(0.0, -0.175), vec2(1.0, 0.625)), tail);
}

void main() {
  float distance = shape(v_at) / v_pixel; // in pixels
  #ifdef PICKING_MODE
  gl_FragColor = distance > 2.0 ? vec4(0.0) : v_color;
  #else
  vec4 inner = mix(v_color, v_edge, smoothstep(-1.75, -0.75, distance));
  gl_FragColor = mix(inner, vec4(0.0), smoothstep(-0.25, 0.75, distance));
  #endif
}`;

const NODE_UNIFORMS = ['u_sizeRatio', 'u_correctionRatio', 'u_matrix'] as const;

/** Every kind in its own shape, filled and outlined, on the graphics card. */
export class MarkProgram extends NodeProgram<(typeof NODE_UNIFORMS)[number]> {
  getDefinition() {
    return {
      VERTICES: 3,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLES,
      UNIFORMS: NODE_UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_size', size: 1, type: FLOAT },
        { name: 'a_shape', size: 1, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_edge', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_angle', size: 1, type: FLOAT }],
      CONSTANT_DATA: [[0], [(2 * Math.PI) / 3], [(4 * Math.PI) / 3]],
    };
  }

  processVisibleItem(id: number, start: number, data: MarkData) {
    this.array.set([data.x, data.y, data.size, data.shape], start);
    this.array[start + 4] = floatColor(data.color);
    this.array[start + 5] = floatColor(data.edge);
    this.array[start + 6] = id;
  }

  setUniforms({ sizeRatio, correctionRatio, matrix }: RenderParams, { gl, uniformLocations }: ProgramInfo) {
    gl.uniform1f(uniformLocations.u_sizeRatio!, sizeRatio);
    gl.uniform1f(uniformLocations.u_correctionRatio!, correctionRatio);
    gl.uniformMatrix3fv(uniformLocations.u_matrix!, false, matrix);
  }
}

export const shapeOf = (kind: string) => Math.max(0, KINDS.findIndex((each) => each.kind === kind));

const DASHED_VERTEX = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_normal;
attribute float a_normalCoef;
attribute vec2 a_positionStart;
attribute vec2 a_positionEnd;
attribute float a_positionCoef;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
uniform float u_minEdgeThickness;
uniform vec2 u_dimensions;
varying vec4 v_color;
varying float v_along;
const float bias = 255.0 / 254.0;

void main() {
  vec2 normal = a_normal * a_normalCoef;
  float thickness = max(length(normal), u_minEdgeThickness * u_sizeRatio) * u_correctionRatio / u_sizeRatio;
  vec2 position = mix(a_positionStart, a_positionEnd, a_positionCoef);
  gl_Position = vec4((u_matrix * vec3(position + normalize(normal) * thickness, 1.0)).xy, 0.0, 1.0);
  vec2 from = (u_matrix * vec3(a_positionStart, 1.0)).xy;
  vec2 to = (u_matrix * vec3(a_positionEnd, 1.0)).xy;
  v_along = a_positionCoef * length((to - from) * u_dimensions * 0.5); // in pixels
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
}`;

const DASHED_FRAGMENT = /* glsl */ `
precision mediump float;
varying vec4 v_color;
varying float v_along;

void main() {
  #ifndef PICKING_MODE
  if (mod(v_along, 9.0) > 5.0) discard;
  #endif
  gl_FragColor = v_color;
}`;

/** A line in dashes, for what is only possible. */
export class DashedProgram extends EdgeRectangleProgram {
  override getDefinition() {
    const definition = super.getDefinition();
    return { ...definition, VERTEX_SHADER_SOURCE: DASHED_VERTEX, FRAGMENT_SHADER_SOURCE: DASHED_FRAGMENT, UNIFORMS: [...definition.UNIFORMS, 'u_dimensions'] as never };
  }

  override setUniforms(params: RenderParams, info: ProgramInfo) {
    super.setUniforms(params, info as never);
    info.gl.uniform2f(info.uniformLocations.u_dimensions!, params.width, params.height);
  }
}
