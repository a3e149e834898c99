import type { Cell, TakenTable } from './types';

/** A CSV file (RFC 4180, UTF-8 with the mark by which spreadsheets know it). */
export function csv({ columns, rows }: TakenTable): string {
  return `\uFEFF${[columns, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** Text that a spreadsheet would take for a formula begins with an apostrophe in it; numbers stay as they are. */
function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
}

function cell(value: Cell): string {
  const text = value === null || value === undefined ? '' : typeof value === 'string' ? harmless(value) : String(value);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
