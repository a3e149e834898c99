import { type ReactNode, useState } from 'react';
import { common } from '../text/common';

export interface Column<Row> {
  /** Heading, and label of the value on a phone's card. */
  label: string;
  cell: (row: Row) => ReactNode;
  number?: boolean;
}

interface Props<Row> {
  /** What the rows are, for the caption: "members". */
  what: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  /** How many stand at first. */
  first?: number;
}

/** A table with the first column as heading of its row; it scrolls inside its frame, and is cards on a phone. */
export function Table<Row>({ what, columns, rows, rowKey, first = 25 }: Props<Row>) {
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, first);
  const [head, ...rest] = columns as [Column<Row>, ...Column<Row>[]];
  return (
    <>
      <div className="table cards" tabIndex={0} role="region" aria-label={what}>
        <table>
          <caption>{common.table.caption(shown.length, rows.length, what)}</caption>
          <thead>
            <tr>
              {columns.map(({ label, number }) => (
                <th key={label} scope="col" className={number ? 'number' : undefined}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={rowKey(row)}>
                <th scope="row">{head.cell(row)}</th>
                {rest.map(({ label, cell, number }) => (
                  <td key={label} data-label={label} className={number ? 'number' : undefined}>
                    {cell(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < rows.length && (
        <button type="button" className="more" onClick={() => setAll(true)}>
          {common.table.more(rows.length - shown.length)}
        </button>
      )}
    </>
  );
}
