import { overlap as t } from '../../text/overlap';

const LINE = 24;
const KEYS = ['sure', 'chance', 'partial'] as const;
/** Without a day no list is complete, and nothing is said about chance. */
const keys = (dated: boolean) => (dated ? KEYS : KEYS.slice(-1));

/** What the looks of cells and bars mean; it is part of the picture, so that it leaves with it. */
export function Legend({ y, dated }: { y: number; dated: boolean }) {
  return (
    <g transform={`translate(0 ${y})`}>
      {keys(dated).map((key, i) => (
        <g key={key} transform={`translate(0 ${i * LINE})`}>
          <rect className={`ovl-cell ${key} level-3`} x={1} y={1} width={16} height={16} rx={2} />
          <text className="ovl-note" x={26} y={14}>
            {t.picture.cells[key]}
          </text>
        </g>
      ))}
      <g transform={`translate(0 ${keys(dated).length * LINE})`}>
        <rect className="ovl-bar" x={1} y={1} width={16} height={16} />
        <text className="ovl-note" x={26} y={14}>
          {dated ? t.picture.certain : t.picture.recorded}
        </text>
        {dated && (
          <>
            <rect className="ovl-possible" x={91} y={1} width={16} height={16} />
            <text className="ovl-note" x={116} y={14}>
              {t.picture.possible}
            </text>
          </>
        )}
      </g>
      {dated && (
        <text className="ovl-note" x={26} y={(keys(dated).length + 1) * LINE + 14}>
          {t.picture.brackets}
        </text>
      )}
      <g transform={`translate(0 ${(keys(dated).length + (dated ? 2 : 1)) * LINE})`}>
        <rect className="ovl-step partial" x={1} y={1} width={16} height={16} rx={2} />
        <text className="ovl-note" x={26} y={14}>
          {t.picture.diagonal}
        </text>
      </g>
    </g>
  );
}

export const legendHeight = (dated: boolean) => (keys(dated).length + (dated ? 3 : 2)) * LINE;
