import { number } from './common';

/** The words of the dialog that gives the lines of a frame. */
export const embed = {
  width: 'How wide the frame will be',
  widths: { 360: 'A phone', 720: 'A column of text', 1100: 'A whole page' } as Record<number, string>,
  measuring: 'How high it has to be is being measured …',
  measured: (height: number, width: number) => `At ${number(width)} pixels, all that is shown now is ${number(height)} pixels high; a wider frame needs no more.`,
  unmeasured: 'How high it has to be could not be measured: change the height where something is cut off.',
};
