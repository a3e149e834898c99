import type { Question } from '../lib/ask';
import type { Provenance, TakenTable } from './types';

/** A JSON file: the provenance, the question, and the table's rows as objects. */
export function json(provenance: Provenance, question: Question, { columns, rows }: TakenTable, data?: unknown): string {
  const objects = rows.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i] ?? null])));
  const whole = { ...provenance, question, rows: objects, ...(data === undefined ? {} : { data }) };
  return `${JSON.stringify(whole, null, 2)}\n`;
}
