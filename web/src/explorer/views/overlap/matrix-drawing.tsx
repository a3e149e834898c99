import { textWidth } from '../../lib/measure';
import { number } from '../../text/common';
import { overlap as t } from '../../text/overlap';
import type { Pointing } from './drawing';
import { nameLines } from './labels';
import type { Cell, MatrixLayout, Step } from './matrix';
import { type Model, standing } from './model';
import { level, valueOf, valueText } from './scale';
import { target } from './target';
import type { Measure } from './state';
import { cellWords, rosterWords, sizeWords } from './words';

interface Props {
  layout: MatrixLayout;
  model: Model;
  measure: Measure;
  pointing?: Pointing;
}

const LINE = 18;

/** Half the matrix of the groups; each step of its diagonal carries a group's size and name. */
export function MatrixDrawing({ layout, model, measure, pointing }: Props) {
  const most = Math.max(1, ...model.pairs.map(({ shared }) => shared));
  return (
    <g {...target.panel(pointing, t.picture.matrixKeys)}>
      {layout.steps.map((step) => (
        <StepDrawing key={step.group.id} step={step} side={layout.side} model={model} />
      ))}
      {layout.cells.map((cell, i) => (
        <CellDrawing key={`${cell.pair.a.id} ${cell.pair.b.id}`} cell={cell} first={i === 0} side={layout.side} most={most} model={model} measure={measure} pointing={pointing} />
      ))}
    </g>
  );
}

function StepDrawing({ step, side, model }: { step: Step; side: number; model: Model }) {
  const { group, x, y, nameX, nameWidth } = step;
  const status = rosterWords(group, model.date);
  const lines = nameLines(group.name, nameWidth, side >= 36 ? 2 : 1, 15, 600);
  const unsure = group.certain < group.size;
  const roomy = side >= 60;
  const says = lines.length * LINE + 16 <= side + 4;
  const top = y + side / 2 - (lines.length * LINE + (says ? 16 : 0)) / 2 + 13;
  return (
    <g>
      <title>{t.cell.step(group.name, sizeWords(group, t.members), status)}</title>
      <rect className={`ovl-step ${group.complete ? 'complete' : 'partial'}`} x={x + 1} y={y + 1} width={side - 2} height={side - 2} rx={3} />
      <text className="ovl-size" x={x + side / 2} y={y + side / 2 + (unsure && roomy ? 0 : 6)} fontSize={side >= 40 ? 18 : side >= 28 ? 13 : 11}>
        {number(group.size)}
      </text>
      {unsure && roomy && (
        <text className="ovl-range" x={x + side / 2} y={y + side / 2 + 16}>
          {t.picture.ofThem(group.certain)}
        </text>
      )}
      {unsure && side >= 34 && (
        <>
          <rect className="ovl-possible" x={x + 5} y={y + side - 10} width={side - 10} height={5} />
          <rect className="ovl-bar" x={x + 5} y={y + side - 10} width={((side - 10) * group.certain) / group.size} height={5} />
        </>
      )}
      {lines.map((line, i) => (
        <text key={i} className="ovl-name" x={nameX} y={top + i * LINE}>
          {line}
        </text>
      ))}
      {says && (
        <text className="ovl-note" x={nameX} y={top + lines.length * LINE}>
          {textWidth(status, 13) <= nameWidth ? status : t.roster.short(group.complete)}
        </text>
      )}
    </g>
  );
}

interface CellProps extends Omit<Props, 'layout'> {
  cell: Cell;
  first: boolean;
  side: number;
  most: number;
}

function CellDrawing({ cell, first, side, most, model, measure, pointing }: CellProps) {
  const { pair, x, y, certain, possible } = cell;
  const words = cellWords(pair, model);
  const ids = [pair.a.id, pair.b.id];
  const chosen = pointing?.selected?.by === 'pair' && ids.every((id) => pointing.selected!.groups.includes(id));
  const value = valueOf(pair, measure);
  const { sharedAtLeast: least, sharedAtMost: atMost } = pair;
  const range = measure === 'shared' && model.date && least < atMost && side >= 60 ? `${least}–${atMost}` : '';
  const inner = side - 10;
  const loud = `${standing(pair)} level-${level(value, measure, most)}`;
  return (
    <g className="ovl-target" {...target.item(pointing, words, { by: 'pair', groups: ids }, Boolean(chosen), first)}>
      <title>{words}</title>
      <rect className={`ovl-cell ${loud}${chosen ? ' chosen' : ''}`} x={x + 1} y={y + 1} width={side - 2} height={side - 2} rx={3} />
      <text className={`ovl-value ${loud}`} x={x + side / 2} y={y + side / 2 + (range ? 0 : 5)} fontSize={side >= 48 ? 20 : side >= 34 ? 15 : 12}>
        {valueText(value, measure)}
      </text>
      {range && (
        <text className={`ovl-range ${loud}`} x={x + side / 2} y={y + side / 2 + 16}>
          {range}
        </text>
      )}
      {side >= 34 && (
        <>
          <rect className={`ovl-possible ${loud}`} x={x + 5} y={y + side - 10} width={inner * possible} height={5} />
          <rect className={`ovl-bar ${loud}`} x={x + 5} y={y + side - 10} width={inner * certain} height={5} />
        </>
      )}
    </g>
  );
}
