import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { forAnyFont, textWidth } from '../lib/measure';
import { footerLines } from './footer';
import type { Provenance, Take } from './types';
import { cut, wrap } from './wrap';

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 960;
const MARGIN = 32;
const INNER = WIDTH - 2 * MARGIN;
/** Named with fallbacks: the file holds text, not outlines. */
export const FONT = "'Source Sans 3', 'Source Sans Pro', Arial, Helvetica, sans-serif";

/** What a drawing inherits from stylesheets, and a file has to say itself. */
const WRITTEN = [
  'fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin',
  'opacity', 'font-size', 'font-weight', 'font-style', 'text-anchor', 'dominant-baseline', 'paint-order', 'vector-effect',
]; // prettier-ignore
const DRAWN = 'path,rect,circle,ellipse,line,polyline,polygon,text,tspan';

/** The picture as a file: title, sentence, drawing, footer. There is none without its footer. */
export function figure(take: Take, provenance: Provenance): SVGSVGElement {
  const stage = document.createElement('div');
  stage.className = 'paper paper-stage';
  stage.setAttribute('aria-hidden', 'true');
  document.body.append(stage);
  try {
    return forAnyFont(() => assembled(drawn(take.draw!(INNER), stage), provenance));
  } finally {
    stage.remove();
  }
}

function drawn(drawing: ReturnType<NonNullable<Take['draw']>>, stage: HTMLElement): SVGSVGElement {
  if (drawing instanceof SVGSVGElement) {
    stage.append(drawing);
    return inlined(drawing);
  }
  const root = createRoot(stage);
  flushSync(() => root.render(drawing));
  const copy = inlined(stage.querySelector('svg')!);
  root.unmount();
  return copy;
}

/** A copy with every colour and size written into its elements, and without what only a page needs. */
function inlined(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const [from, to] = [svg.querySelectorAll(DRAWN), copy.querySelectorAll(DRAWN)];
  from.forEach((element, i) => {
    const style = getComputedStyle(element);
    const isText = element instanceof SVGTextContentElement;
    for (const name of WRITTEN) {
      if (!isText && /^(font|text|dominant)/.test(name)) continue;
      const value = style.getPropertyValue(name);
      if (value && value !== initial[name]) to[i]!.setAttribute(name, value);
      else to[i]!.removeAttribute(name);
    }
  });
  for (const each of [copy, ...copy.querySelectorAll('*')]) {
    for (const name of ['class', 'style', 'tabindex', 'role', 'aria-label', 'aria-hidden', 'aria-labelledby', 'data-id']) each.removeAttribute(name);
  }
  for (const each of copy.querySelectorAll('*')) {
    for (const name of PLACED) if (each.hasAttribute(name)) each.setAttribute(name, rounded(each.getAttribute(name)!));
  }
  for (const link of copy.querySelectorAll('a')) link.replaceWith(...link.childNodes);
  return copy;
}

/** Attributes that place something, which are as exact as anybody can see: two decimals. */
const PLACED = ['x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'r', 'width', 'height', 'd', 'points', 'transform'];

function rounded(value: string): string {
  return value.replace(/-?\d+\.\d{3,}/g, (number) => String(Number(Number(number).toFixed(2))));
}

const initial: Record<string, string> = {
  'fill-opacity': '1', 'stroke': 'none', 'stroke-opacity': '1', 'stroke-dasharray': 'none', 'stroke-linecap': 'butt', 'stroke-linejoin': 'miter',
  'opacity': '1', 'font-style': 'normal', 'font-weight': '400', 'text-anchor': 'start', 'dominant-baseline': 'auto', 'paint-order': 'normal', 'vector-effect': 'none',
}; // prettier-ignore

function assembled(drawing: SVGSVGElement, p: Provenance): SVGSVGElement {
  const svg = element('svg', { xmlns: SVG, 'font-family': FONT, role: 'img', 'aria-labelledby': 'title desc' }) as SVGSVGElement;
  svg.append(labelled('title', p.title), labelled('desc', p.sentence));
  svg.append(element('rect', { width: '100%', height: '100%', fill: '#ffffff' }));
  let y = MARGIN;
  y = paragraph(svg, p.title, y, { size: 26, weight: 700, fill: '#22262b', line: 32 });
  y = paragraph(svg, p.sentence, y + 4, { size: 17, weight: 400, fill: '#22262b', line: 24 }) + 16;
  const [, , width, height] = (drawing.getAttribute('viewBox') ?? `0 0 ${INNER} 400`).split(/[\s,]+/).map(Number) as number[];
  const drawnHeight = Math.ceil((height! / width!) * INNER);
  for (const [name, value] of Object.entries({ x: MARGIN, y, width: INNER, height: drawnHeight })) drawing.setAttribute(name, String(value));
  svg.append(drawing);
  y += drawnHeight + 20;
  svg.append(element('path', { d: `M${MARGIN} ${y}H${WIDTH - MARGIN}`, stroke: '#868d94' }));
  y += 10;
  for (const line of footerLines(p)) y = paragraph(svg, line, y, { size: 13, weight: 400, fill: '#565e67', line: 18 });
  const total = y + MARGIN - 8;
  for (const [name, value] of Object.entries({ width: WIDTH, height: total, viewBox: `0 0 ${WIDTH} ${total}` })) svg.setAttribute(name, String(value));
  return svg;
}

interface Type {
  size: number;
  weight: number;
  fill: string;
  line: number;
}

/** Writes text in lines below y; returns where the next may begin. */
function paragraph(svg: SVGSVGElement, words: string, y: number, { size, weight, fill, line }: Type): number {
  const measure = (each: string) => textWidth(each, size, weight);
  const lines = wrap(words, INNER, measure).flatMap((each) => cut(each, INNER, measure));
  const text = element('text', { 'font-size': size, 'font-weight': weight, fill });
  lines.forEach((each, i) => {
    const part = element('tspan', { x: MARGIN, y: y + i * line + size });
    part.textContent = each;
    text.append(part);
  });
  svg.append(text);
  return y + lines.length * line;
}

function labelled(name: 'title' | 'desc', text: string): Element {
  const node = element(name, { id: name });
  node.textContent = text;
  return node;
}

function element(name: string, attributes: Record<string, string | number>): Element {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key !== 'xmlns') node.setAttribute(key, String(value));
  }
  return node;
}

/** The file's text. */
export function svgText(svg: SVGSVGElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`;
}
