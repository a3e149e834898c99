import { csv } from './csv';
import { download } from './download';
import { figure, svgText } from './figure';
import { json } from './json';
import { png } from './png';
import type { Provenance, Take } from './types';

/** Makes one file of what is shown and hands it to the reader. */
export async function saveAs(kind: 'SVG' | 'PNG' | 'CSV' | 'JSON', name: string, take: Take, from: Provenance): Promise<void> {
  switch (kind) {
    case 'SVG':
      return download(name, svgText(figure(take, from)), 'image/svg+xml');
    case 'PNG':
      return download(name, await png(figure(take, from)), 'image/png');
    case 'CSV':
      return download(name, csv(take.table), 'text/csv;charset=utf-8');
    case 'JSON':
      return download(name, json(from, take.question, take.table, take.data), 'application/json');
  }
}
