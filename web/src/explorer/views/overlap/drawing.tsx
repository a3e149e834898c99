import { textWidth } from '../../lib/measure';
import { overlap as t } from '../../text/overlap';
import { Legend, legendHeight } from './legend';
import { MatrixDrawing } from './matrix-drawing';
import { matrixLayout } from './matrix';
import type { Model } from './model';
import type { Measure, Selected } from './state';
import { upsetLayout } from './upset';
import { NAME_SIZE, UpsetDrawing } from './upset-drawing';

export interface Pointing {
  selected: Selected | null;
  onSelect: (selected: Selected) => void;
  /** Words of what is pointed at or has the focus; null for nothing. */
  onPoint: (words: string | null) => void;
}

interface Props {
  model: Model;
  measure: Measure;
  width: number;
  /** Without it the drawing is for a file: nothing can be pointed at. */
  pointing?: Pointing;
  label?: string;
}

const HEADING = 34;
const GAP = 40;
/** From this width both stand side by side, if the groups are few enough. */
const ABREAST = 1000;
const FEW = 6;

/** Both pictures in one: the pairs as a staircase, the combinations as an UpSet plot, and how to read them. */
export function OverlapDrawing({ model, measure, width, pointing, label }: Props) {
  const abreast = width >= ABREAST && model.groups.length <= FEW;
  const half = abreast ? Math.floor((width - GAP) / 2) : width;
  const matrix = matrixLayout(model, half, HEADING);
  const dated = model.date !== null;
  const below = legendHeight(dated);
  const legendTop = HEADING + matrix.height + 20;
  const upsetTop = abreast ? HEADING : legendTop + below + GAP + HEADING;
  const names = Math.max(...model.groups.map(({ name }) => textWidth(name, NAME_SIZE)));
  const upset = upsetLayout(model, half, names, upsetTop);
  const left = abreast ? half + GAP : 0;
  const note = upset.hidden.combinations > 0 ? 26 : 0;
  const height = Math.ceil(Math.max(legendTop + below, upsetTop + upset.height + note) + 4);
  const { combinations, members } = upset.hidden;
  return (
    <svg className="ovl-drawing" viewBox={`0 0 ${width} ${height}`} width={width} height={height} role={pointing ? 'group' : 'img'} aria-label={label}>
      <Hatch />
      <text className="ovl-heading" x={0} y={18}>
        {t.picture.matrix[measure]}
      </text>
      <MatrixDrawing layout={matrix} model={model} measure={measure} pointing={pointing} />
      <Legend y={legendTop} dated={dated} />
      <g transform={`translate(${left} 0)`}>
        <text className="ovl-heading" x={0} y={upsetTop - HEADING + 18}>
          {t.picture.upset}
        </text>
        <UpsetDrawing layout={upset} pointing={pointing} />
        {note > 0 && (
          <text className="ovl-note" x={0} y={upsetTop + upset.height + 20}>
            {members ? t.picture.hidden(combinations, members) : t.picture.hiddenPlain(combinations)}
          </text>
        )}
      </g>
    </svg>
  );
}

/** What is only possible: lines that survive print and colour blindness. */
function Hatch() {
  return (
    <defs>
      <pattern id="ovl-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className="ovl-hatch-ground" width="5" height="5" />
        <path className="ovl-hatch-line" d="M0 0V5" />
      </pattern>
    </defs>
  );
}
