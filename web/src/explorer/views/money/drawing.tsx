import { textWidth } from '../../lib/measure';
import { Shape } from '../../parts/mark';
import { Hatch, type KeyEntry, layoutKey, PictureKey } from '../../parts/picture-key';
import { money as t } from '../../text/money';
import './money.css';
import { bandPath, layoutSankey, NODE } from './sankey';
import type { Funding } from './types';

const measure = (text: string) => textWidth(text, 15);
const HEAD = 28;
/** From a band's beginning to its amount: the halo covers the rest, which else would read as a minus. */
const LABEL = 5;

const KEY = (pattern: string): KeyEntry[] => [
  { label: t.key.exact, mark: <rect className="money-band exact" width="24" height="12" /> },
  { label: t.key.vague, mark: <rect className="money-band vague" x="0.5" y="0.5" width="23" height="11" /> },
  { label: t.key.unknown, mark: <rect className="money-band unknown" x="0.5" y="0.5" width="23" height="11" fill={`url(#${pattern})`} /> },
];

const keyHeight = (width: number) => layoutKey(KEY('').map(({ label }) => label), width).height + 8;

export function moneyHeight(fundings: Funding[], width: number): number {
  return keyHeight(width) + HEAD + layoutSankey(fundings, width, measure).height + 8;
}

/** Who pays whom, as bands from left to right. */
export function MoneyDrawing({ fundings, width, pattern }: { fundings: Funding[]; width: number; pattern: string }) {
  const { nodes, bands } = layoutSankey(fundings, width, measure);
  return (
    <g>
      <Hatch id={pattern} />
      <PictureKey entries={KEY(pattern)} width={width} />
      <g transform={`translate(0 ${keyHeight(width)})`}>
        <text className="money-head" x={0} y={14}>
          {t.payers}
        </text>
        <text className="money-head" x={width} y={14} textAnchor="end">
          {t.payees}
        </text>
      </g>
      <g transform={`translate(0 ${keyHeight(width) + HEAD})`}>
        {bands.map((band) => (
          <path key={band.id} className={`money-band ${band.certainty}`} d={bandPath(band)} fill={band.certainty === 'unknown' ? `url(#${pattern})` : undefined}>
            <title>{band.words}</title>
          </path>
        ))}
        {nodes.map(({ key, party, x, y, height, label, labelX, anchor, shapeX }) => (
          <g key={key}>
            <title>{party.name}</title>
            <rect className="money-node" x={x} y={y} width={NODE} height={height} />
            <Shape kind={party.kind} x={shapeX} y={y + height / 2} r={6} />
            <text className="money-name" x={labelX} y={y + height / 2 + 5} textAnchor={anchor}>
              {label}
            </text>
          </g>
        ))}
        {width >= 720 &&
          bands.map(({ id, x0, y0, thick, label }) => (
            <text key={id} className="money-amount" x={x0 + LABEL} y={y0 + thick / 2 + 5}>
              {label}
            </text>
          ))}
      </g>
    </g>
  );
}
