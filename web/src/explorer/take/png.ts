import latin from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url';
import latinExtended from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-ext-wght-normal.woff2?url';
import { svgText } from './figure';

const SCALE = 2;
/** Below the picture, outside of what is kept: a letter of each font. Until they are drawn, the fonts are not there. */
const STRIP = 24;
const LETTERS = ['a', 'ń'];
const PATIENCE_MILLISECONDS = 5000;

/** The picture at twice its size. It brings its fonts along: a picture that is drawn into an image loads nothing. */
export async function png(svg: SVGSVGElement): Promise<Blob> {
  const [width, height] = [Number(svg.getAttribute('width')), Math.ceil(Number(svg.getAttribute('height')))];
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(await withFonts(svg, width, height)))}`;
  await image.decode();
  await lettered(image, height);
  const canvas = Object.assign(document.createElement('canvas'), { width: width * SCALE, height: height * SCALE });
  canvas.getContext('2d')!.drawImage(image, 0, 0, width, height, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no PNG from this canvas'))), 'image/png');
  });
}

async function withFonts(svg: SVGSVGElement, width: number, height: number): Promise<SVGSVGElement> {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('height', String(height + STRIP));
  copy.setAttribute('viewBox', `0 0 ${width} ${height + STRIP}`);
  const style = document.createElementNS('http://www.w3.org/2000/svg', 'style');
  const faces = await Promise.all([face(latin, 'U+0000-00FF,U+2000-206F,U+20AC'), face(latinExtended, 'U+0100-02FF,U+1E00-1EFF')]);
  style.textContent = faces.join('');
  copy.prepend(style);
  LETTERS.forEach((letter, i) => {
    const text = document.createElementNS('http://www.w3.org/2000/svg', 'text');
    for (const [name, value] of Object.entries({ x: i * STRIP, y: height + 18, 'font-size': 18, fill: '#000000' })) text.setAttribute(name, String(value));
    text.textContent = letter;
    copy.append(text);
  });
  return copy;
}

async function face(url: string, range: string): Promise<string> {
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
  let binary = '';
  for (const each of bytes) binary += String.fromCharCode(each);
  return `@font-face{font-family:'Source Sans 3';font-weight:200 900;unicode-range:${range};src:url(data:font/woff2;base64,${btoa(binary)}) format('woff2')}`;
}

/** Waits until the letters below the picture are drawn: a browser draws no text while its font is being read. */
async function lettered(image: HTMLImageElement, height: number): Promise<void> {
  const canvas = Object.assign(document.createElement('canvas'), { width: STRIP, height: STRIP });
  const pen = canvas.getContext('2d', { willReadFrequently: true })!;
  const drawn = (i: number) => {
    pen.fillStyle = '#ffffff';
    pen.fillRect(0, 0, STRIP, STRIP);
    pen.drawImage(image, i * STRIP, height, STRIP, STRIP, 0, 0, STRIP, STRIP);
    return pen.getImageData(0, 0, STRIP, STRIP).data.some((value) => value < 100);
  };
  const until = performance.now() + PATIENCE_MILLISECONDS;
  while (!LETTERS.every((_, i) => drawn(i))) {
    if (performance.now() > until) throw new Error('the picture’s font was not drawn');
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}
