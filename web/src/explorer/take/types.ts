import type { ReactElement } from 'react';
import type { Question } from '../lib/ask';
import type { Source } from '../lib/facts';

export type Cell = string | number | null | undefined;

/** A table as it leaves: its columns have the names of the vocabulary (docs/vocabulary.md). */
export interface TakenTable {
  columns: string[];
  rows: Cell[][];
}

/** What a view hands to the button row: all that leaves with the reader, the very data that is shown. */
export interface Take {
  /** Where exactly this is shown, below the root, where the page's own address leaves it open: it opens with what the dataset has most of. */
  address?: string;
  /** Name of the files, without ending: `city-berlin`. */
  file: string;
  title: string;
  /** The page's first line: what is to be seen, in words. It is the picture's description too. */
  sentence: string;
  /** Which day or time it is about, in words: "as of 31 August 2024", "everything recorded, ended things too". */
  date: string;
  /** Among whom it was counted, in words. */
  universe: string;
  /** The sources of what is shown, each once. */
  sources: Source[];
  /** Whose work the picture is drawn with beside the dataset's: a map's land, and where places lie. */
  credits?: string;
  question: Question;
  /** The page asked further questions, to go on from the first: their answers are in the table too. */
  further?: boolean;
  table: TakenTable;
  /** Beside the table's rows, for the JSON file. */
  data?: unknown;
  /**
   * Draws the picture at this width for a file: one <svg> with a viewBox, as on the page but in the light theme. Colours
   * may be custom properties and classes of the page's stylesheets; they are written out. Without it there is no picture.
   */
  draw?: (width: number) => ReactElement | SVGSVGElement;
  /** Whether `/embed` shows this view. */
  embed?: boolean;
}

/** What every file says of its origin. */
export interface Provenance {
  title: string;
  sentence: string;
  date: string;
  universe: string;
  credits?: string;
  dataset: { title: string; version: string; revision: string; licence: string; citation: string };
  sources: Source[];
  /** The page's whole address. */
  address: string;
  /** The day on which the file was made, `Y-M-D`. */
  retrieved: string;
}
