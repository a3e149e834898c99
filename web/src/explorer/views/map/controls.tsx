import { useId, useState } from 'react';
import { setParams } from '../../lib/address';
import { dateWords } from '../../lib/dates';
import { isDay } from '../../lib/day';
import { useAnswer } from '../../lib/use-answer';
import { country, number } from '../../text/common';
import { map as t } from '../../text/map';
import type { Layer } from './load';
import { LAYERS } from './query';
import type { Spot } from './scene';
import type { Chosen } from './state';

interface Group {
  id: string;
  name: string;
  relations: { totalCount: number };
}
type Groups = Record<keyof typeof t.kinds, { edges: { node: Group }[] }>;

/** What lies over the map, on which day, and what of the earth is in view. */
export function Controls({ chosen, layer, spots }: { chosen: Chosen; layer: Layer | null; spots: Spot[] }) {
  return (
    <div className="map-controls">
      <LayerChooser layer={layer} />
      <Day chosen={chosen} />
      <FrameChooser chosen={chosen} spots={spots} />
    </div>
  );
}

/** The groups with a city on their list, those with most first. */
function offered(edges: { node: Group }[]): { id: string; name: string; n: number }[] {
  const all = edges.map(({ node: { id, name, relations } }) => ({ id, name, n: relations.totalCount })).filter(({ n }) => n > 0);
  return all.sort((a, b) => b.n - a.n || a.name.localeCompare(b.name, 'en'));
}

function LayerChooser({ layer }: { layer: Layer | null }) {
  const id = useId();
  const asked = useAnswer<Groups>({ query: LAYERS });
  const groups = asked.state === 'ready' ? asked.answer.data : null;
  const kinds = Object.keys(t.kinds) as (keyof typeof t.kinds)[];
  const known = groups && kinds.some((kind) => groups[kind].edges.some(({ node }) => node.id === layer?.id));
  return (
    <p>
      <label htmlFor={id}>{t.layerLabel}</label>
      <select id={id} value={layer?.id ?? ''} onChange={({ target }) => setParams({ layer: target.value || null, select: null })}>
        <option value="">{t.noLayer}</option>
        {layer && !known && <option value={layer.id}>{layer.name}</option>}
        {groups &&
          kinds.map((kind) => (
            <optgroup key={kind} label={t.kinds[kind]}>
              {offered(groups[kind].edges).map(({ id: group, name, n }) => (
                <option key={group} value={group}>
                  {t.option(name, n)}
                </option>
              ))}
            </optgroup>
          ))}
      </select>
    </p>
  );
}

function Day({ chosen }: { chosen: Chosen }) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <div>
      <label htmlFor={id}>{t.day}</label>
      <div className="map-either">
        <input
          id={id}
          type="date"
          value={typed ?? chosen.date ?? ''}
          onChange={({ target }) => {
            setTyped(target.value);
            if (isDay(target.value) && Number(target.value.slice(0, 4)) > 1900) setParams({ date: target.value });
            if (target.value === '') setParams({ date: null, certainty: null });
          }}
          onBlur={() => setTyped(null)}
        />
        {chosen.date && (
          <>
            <span className="small quiet">{dateWords(chosen.date)}</span>
            <button type="button" onClick={() => setParams({ date: null, certainty: null })}>
              {t.anyDay}
            </button>
            <button type="button" aria-pressed={chosen.certainty === 'POSSIBLE'} onClick={() => setParams({ certainty: null })}>
              {t.possibleToo}
            </button>
            <button type="button" aria-pressed={chosen.certainty === 'CERTAIN'} onClick={() => setParams({ certainty: 'CERTAIN' })}>
              {t.certain}
            </button>
          </>
        )}
      </div>
    </div>
  );
}

/** A country is worth a view of its own from this many places on. */
const FEW = 3;

function FrameChooser({ chosen, spots }: { chosen: Chosen; spots: Spot[] }) {
  const id = useId();
  const counted = new Map<string, number>();
  for (const { country: code } of spots) if (code) counted.set(code, (counted.get(code) ?? 0) + 1);
  const codes = [...counted].filter(([, n]) => n >= FEW).map(([code]) => code).sort((a, b) => country(a).localeCompare(country(b), 'en')); // prettier-ignore
  const own = /^[A-Z]{2}$/.test(chosen.frame) ? chosen.frame : '';
  return (
    <div>
      <label htmlFor={id}>{t.frame}</label>
      <div className="map-either">
        <button type="button" aria-pressed={chosen.frame === 'europe'} onClick={() => setParams({ frame: null })}>
          {t.europe}
        </button>
        <button type="button" aria-pressed={chosen.frame === 'world'} onClick={() => setParams({ frame: 'world' })}>
          {t.world}
        </button>
        <select id={id} value={own} onChange={({ target }) => setParams({ frame: target.value || null })}>
          <option value="">{t.country}</option>
          {codes.map((code) => (
            <option key={code} value={code}>
              {country(code)} ({number(counted.get(code)!)})
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
