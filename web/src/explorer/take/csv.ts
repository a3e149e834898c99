import type { Cell, TakenTable } from './types';

/** A CSV file (RFC 4180, UTF-8 with the mark by which spreadsheets know it). */
export function csv({ columns, rows }: TakenTable): string {
  return `\uFEFF${[columns, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: Cell): string {
  const text = value === null || value === undefined ? '' : String(value);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
