import { textWidth } from '../../lib/measure';
import { Shape } from '../../parts/mark';
import { type KeyEntry, layoutKey, PictureKey } from '../../parts/picture-key';
import { paths as t } from '../../text/paths';
import { type DrawnChain, layoutChains, LINE } from './layout';
import './paths.css';
import type { Chain } from './types';

const measure = (text: string) => textWidth(text, 15);

const KEY: KeyEntry[] = [
  { label: t.key.certain, mark: <path className="paths-link CERTAIN" d="M0 6H24" /> },
  { label: t.key.possible, mark: <path className="paths-link POSSIBLE" d="M0 6H24" /> },
  { label: t.key.never, mark: <path className="paths-link never" d="M0 6H24" /> },
];

const keyHeight = (width: number) => layoutKey(KEY.map(({ label }) => label), width).height + 8;

export function pathsHeight(chains: Chain[], width: number): number {
  return keyHeight(width) + layoutChains(chains, width, measure).height;
}

/** Every chain as a line from one end to the other. */
export function PathsDrawing({ chains, width }: { chains: Chain[]; width: number }) {
  return (
    <g>
      <PictureKey entries={KEY} width={width} />
      <g transform={`translate(0 ${keyHeight(width)})`}>
        {layoutChains(chains, width, measure).chains.map((chain, i) => (
          <One key={i} chain={chain} width={width} />
        ))}
      </g>
    </g>
  );
}

function One({ chain: { head, headY, held, nodes, links }, width }: { chain: DrawnChain; width: number }) {
  return (
    <g>
      <path className="paths-rule" d={`M0 ${headY - 18}H${width}`} />
      <text className={held === 'never' ? 'paths-head never' : 'paths-head'} x={0} y={headY + 4}>
        {head}
      </text>
      {links.map(({ x1, y1, x2, y2, lines, labelX, labelY, anchor }, i) => (
        <g key={i}>
          <path className={`paths-link ${held}`} d={`M${x1} ${y1}L${x2} ${y2}`} />
          {lines.map((line, n) => (
            <text key={n} className="paths-says" x={labelX} y={labelY + n * LINE} textAnchor={anchor}>
              {line}
            </text>
          ))}
        </g>
      ))}
      {nodes.map(({ id, kind, name, lines, x, y, labelX, labelY, anchor }) => (
        <g key={id}>
          <title>{name}</title>
          <Shape kind={kind} x={x} y={y} r={10} />
          {lines.map((line, n) => (
            <text key={n} className="paths-name" x={labelX} y={labelY + n * LINE} textAnchor={anchor}>
              {line}
            </text>
          ))}
        </g>
      ))}
    </g>
  );
}
