import { useId, useState } from 'react';
import { setParams } from '../../lib/address';
import { useAnswer } from '../../lib/use-answer';
import { country, number } from '../../text/common';
import { map as t } from '../../text/map';
import { isDay } from '../network/state';
import { LAYERS } from './query';
import type { Spot } from './scene';
import type { Chosen } from './state';

interface Group {
  id: string;
  name: string;
  degree: number;
}
type Groups = Record<keyof typeof t.kinds, { edges: { node: Group }[] }>;

/** What lies over the map, on which day, and what of the earth is in view. */
export function Controls({ chosen, spots }: { chosen: Chosen; spots: Spot[] }) {
  return (
    <div className="map-controls">
      <LayerChooser chosen={chosen} />
      <Day chosen={chosen} />
      <FrameChooser chosen={chosen} spots={spots} />
    </div>
  );
}

function LayerChooser({ chosen }: { chosen: Chosen }) {
  const id = useId();
  const asked = useAnswer<Groups>({ query: LAYERS });
  const groups = asked.state === 'ready' ? asked.answer.data : null;
  const kinds = Object.keys(t.kinds) as (keyof typeof t.kinds)[];
  const known = groups && kinds.some((kind) => groups[kind].edges.some(({ node }) => node.id === chosen.layer));
  return (
    <p>
      <label htmlFor={id}>{t.layerLabel}</label>
      <select id={id} value={chosen.layer ?? ''} onChange={({ target }) => setParams({ layer: target.value || null, select: null })}>
        <option value="">{t.noLayer}</option>
        {chosen.layer && !known && <option value={chosen.layer}>{chosen.layer}</option>}
        {groups &&
          kinds.map((kind) => (
            <optgroup key={kind} label={t.kinds[kind]}>
              {groups[kind].edges
                .filter(({ node }) => node.degree > 0)
                .map(({ node }) => (
                  <option key={node.id} value={node.id}>
                    {node.name} ({number(node.degree)})
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
