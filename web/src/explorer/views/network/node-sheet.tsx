import { useState } from 'react';
import { nodePath, setParams } from '../../lib/address';
import { kindLook } from '../../lib/kinds';
import { Link } from '../../lib/link';
import { FactButton } from '../../parts/fact-sheet';
import { Mark } from '../../parts/mark';
import { capital, common, country } from '../../text/common';
import { network as t } from '../../text/network';
import { relationText } from '../../text/relations';
import { listOf, type Picture, rosterFirst } from './graph';
import { type Chosen, listParam, toggled } from './state';
import { edgeWords } from './words';

const s = t.sheet;
const FIRST = 12;

/** The chosen node beside the picture: what ties it to what, since when, who says so. */
export function NodeSheet({ id, picture, chosen }: { id: string; picture: Picture; chosen: Chosen }) {
  const [all, setAll] = useState(false);
  const point = picture.points.get(id);
  const close = () => setParams({ select: null });
  const head = (
    <button type="button" onClick={close} aria-label={s.close} className="net-close">
      ×
    </button>
  );
  if (!point) {
    return (
      <aside className="net-sheet" aria-label={s.title}>
        {head}
        <p className="quiet">{s.absent}</p>
        <Link to={nodePath(id)}>{s.page}</Link>
      </aside>
    );
  }
  const edges = picture.edges.filter(({ from, to }) => from === id || to === id);
  const name = (other: string) => picture.points.get(other)!.name;
  const far = ({ from, to }: { from: string; to: string }) => (from === id ? to : from);
  const sorted = [...edges].sort((x, y) => rosterFirst(x.kind) - rosterFirst(y.kind) || name(far(x)).localeCompare(name(far(y)), 'en'));
  const shown = all ? sorted : sorted.slice(0, FIRST);
  const opened = chosen.expand.includes(id);
  return (
    <aside className="net-sheet" aria-labelledby="net-chosen">
      {head}
      <p className="kind small quiet">
        <Mark kind={point.kind} /> {capital(kindLook(point.kind).one)}
        {point.country ? `, ${country(point.country)}` : ''}
      </p>
      <h2 id="net-chosen">
        <Link to={nodePath(id)}>{point.name}</Link>
      </h2>
      <div className="net-acts">
        <button type="button" aria-pressed={opened} onClick={() => setParams({ expand: listParam(toggled(chosen.expand, id)), view: null })}>
          {opened ? s.collapse : s.expand}
        </button>
        <button type="button" aria-pressed={chosen.pin.includes(id)} onClick={() => setParams({ pin: listParam(toggled(chosen.pin, id)) })}>
          {chosen.pin.includes(id) ? s.unpin : s.pin}
        </button>
        {!chosen.from.includes(id) && (
          <button type="button" onClick={() => setParams({ from: id, kinds: null, expand: null, view: null })}>
            {s.only}
          </button>
        )}
      </div>
      <p className="small">{s.inPicture(edges.length)}. {s.degree(point.degree)}</p>
      {listOf(point) && <p className="small quiet">{s.roster[listOf(point)!]}</p>}
      <ul className="net-edges">
        {shown.map((edge) => {
          const other = far(edge);
          const says = edge.from === id ? relationText(edge.kind).says : relationText(edge.kind).back;
          return (
            <li key={edge.id} className={edge.holdsOn === 'POSSIBLE' ? 'possible' : undefined}>
              <span className="quiet">{says}</span>{' '}
              <button type="button" className="asked" onClick={() => setParams({ select: other })}>
                {name(other)}
              </button>
              <span className="small quiet">, {edgeWords(edge, chosen.date)}</span>{' '}
              <FactButton of={edge.id} about={`${name(edge.from)} ${relationText(edge.kind).says} ${name(edge.to)}`}>
                {common.fact.sources(edge.sources.length)}
              </FactButton>
            </li>
          );
        })}
      </ul>
      {shown.length < sorted.length && (
        <button type="button" onClick={() => setAll(true)}>
          {s.more(sorted.length - shown.length)}
        </button>
      )}
    </aside>
  );
}
