import { number } from '../../text/common';
import { overlap as t } from '../../text/overlap';
import type { Pointing } from './drawing';
import { nameLines } from './labels';
import { target } from './target';
import type { Bar, UpsetLayout } from './upset';
import { combinationWords } from './words';

export const NAME_SIZE = 14;

/** The UpSet plot (A. Lex et al., 2014): a bar for each combination, and under it a dot in the row of each of its groups. */
export function UpsetDrawing({ layout, pointing }: { layout: UpsetLayout; pointing?: Pointing }) {
  const { bars, rows, foot, width, step } = layout;
  const left = bars[0] ? bars[0].x - step / 2 : 0;
  if (bars.length === 0) {
    return (
      <text className="ovl-note" x={0} y={foot - 60}>
        {t.picture.empty}
      </text>
    );
  }
  return (
    <g {...target.panel(pointing, t.picture.upsetKeys)}>
      {rows.map(
        ({ group, y }, i) => i % 2 === 0 && <rect key={group.id} className="ovl-row" x={left} y={y - 13} width={Math.min(width - left, bars.length * step)} height={26} />,
      )}
      <path className="ovl-foot" d={`M${left} ${foot + 0.5}H${left + bars.length * step}`} />
      {bars.map((bar, i) => (
        <BarDrawing key={bar.combination.key} bar={bar} first={i === 0} layout={layout} pointing={pointing} />
      ))}
      {rows.map(({ group, nameX, nameY, nameWidth }) => (
        <text key={group.id} className="ovl-label" x={nameX} y={nameY}>
          {nameLines(group.name, nameWidth, 1, NAME_SIZE)[0]}
        </text>
      ))}
    </g>
  );
}

function BarDrawing({ bar, first, layout, pointing }: { bar: Bar; first: boolean; layout: UpsetLayout; pointing?: Pointing }) {
  const { combination, x, width, height, certain, dots } = bar;
  const { foot, rows, step } = layout;
  const words = combinationWords(combination);
  const ids = combination.groups.map(({ id }) => id);
  const chosen = pointing?.selected?.by === 'only' && pointing.selected.groups.length === ids.length && ids.every((id) => pointing.selected!.groups.includes(id));
  const top = foot - height;
  const unsure = combination.certain < combination.members.length;
  const bottom = rows.at(-1)!.y;
  return (
    <g className="ovl-target ovl-combination" transform={`translate(${x} 0)`} {...target.item(pointing, words, { by: 'only', groups: ids }, Boolean(chosen), first)}>
      <title>{words}</title>
      <rect className={chosen ? 'ovl-reach chosen' : 'ovl-reach'} x={-step / 2 + 1} y={top - 36} width={step - 2} height={bottom + 14 - top + 36} rx={3} />
      <rect className="ovl-possible" x={-width / 2} y={top} width={width} height={height - certain} />
      <rect className="ovl-bar" x={-width / 2} y={foot - certain} width={width} height={certain} />
      <text className="ovl-count" x={0} y={top - (unsure ? 20 : 6)}>
        {number(combination.members.length)}
      </text>
      {unsure && (
        <text className="ovl-range" x={0} y={top - 6}>
          {t.picture.ofThem(combination.certain)}
        </text>
      )}
      {rows.map(({ group, y }) => (
        <circle key={group.id} className={dots.includes(y) ? 'ovl-dot in' : 'ovl-dot'} cx={0} cy={y} r={dots.includes(y) ? 6 : 4} />
      ))}
      {dots.length > 1 && <path className="ovl-tie" d={`M0 ${dots[0]}V${dots.at(-1)}`} />}
    </g>
  );
}
