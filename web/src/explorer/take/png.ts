import latin from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url';
import latinExtended from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-ext-wght-normal.woff2?url';
import { svgText } from './figure';

const SCALE = 2;

/** The picture at twice its size. It brings its font along: a picture that is drawn into an image loads nothing. */
export async function png(svg: SVGSVGElement): Promise<Blob> {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const style = document.createElementNS('http://www.w3.org/2000/svg', 'style');
  const faces = await Promise.all([face(latin, 'U+0000-02FF,U+2000-206F,U+20AC'), face(latinExtended, 'U+0100-02BA,U+1E00-1EFF')]);
  style.textContent = faces.join('');
  copy.prepend(style);
  const [width, height] = [Number(svg.getAttribute('width')), Number(svg.getAttribute('height'))];
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(copy))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no PNG from this canvas'))), 'image/png');
  });
}

async function face(url: string, range: string): Promise<string> {
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
  let binary = '';
  for (const each of bytes) binary += String.fromCharCode(each);
  return `@font-face{font-family:'Source Sans 3';font-weight:200 900;unicode-range:${range};src:url(data:font/woff2;base64,${btoa(binary)}) format('woff2')}`;
}
