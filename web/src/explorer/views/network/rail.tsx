import { useId, useState } from 'react';
import { setParams } from '../../lib/address';
import { kindLook, type Kind } from '../../lib/kinds';
import { dateWords } from '../../lib/dates';
import { isDay } from '../../lib/day';
import { Mark } from '../../parts/mark';
import { capital, country, number } from '../../text/common';
import { network as t } from '../../text/network';
import { relationText } from '../../text/relations';
import { find } from './find';
import type { Picture } from './graph';
import { linesByLook } from './look';
import type { Loaded, NetEdge } from './load';
import type { Counts } from './query';
import { type Chosen, DRAWN, kindsPatch, listParam, showsRelation, toggled } from './state';

interface Props {
  loaded: Loaded;
  picture: Picture;
  /** The relationships that could be shown if every kind of them were chosen. */
  offered: NetEdge[];
  chosen: Chosen;
  counts: Counts;
  onFound?: () => void;
}

const r = t.rail;

/** Filters that are the legend too: each says how many there are. */
export function Rail(props: Props) {
  return (
    <div className="net-rail">
      <h2 className="unseen">{r.title}</h2>
      <Find {...props} />
      <Begin {...props} />
      <Layouts {...props} />
      <Kinds {...props} />
      <Day {...props} />
      <Countries {...props} />
      <Relations {...props} />
      <Lines {...props} />
    </div>
  );
}

function Find({ picture, onFound }: Props) {
  const [text, setText] = useState('');
  const id = useId();
  const found = find(text, [...picture.points.values()]);
  const choose = (node: string) => {
    setParams({ select: node });
    setText('');
    onFound?.();
  };
  return (
    <form
      role="search"
      aria-label={r.find}
      onSubmit={(event) => {
        event.preventDefault();
        if (found[0]) choose(found[0].id);
      }}
    >
      <label htmlFor={id}>{r.find}</label>
      <input id={id} type="search" autoComplete="off" placeholder={r.findHint} value={text} onChange={({ target }) => setText(target.value)} />
      <p className="unseen" role="status">
        {text && (found.length ? r.found(found.length) : r.notFound)}
      </p>
      {text && (
        <ul className="net-found">
          {found.slice(0, 8).map(({ id: node, kind, name }) => (
            <li key={node}>
              <button type="button" onClick={() => choose(node)}>
                <Mark kind={kind} /> {name}
              </button>
            </li>
          ))}
          {found.length === 0 && <li className="quiet small">{r.notFound}</li>}
        </ul>
      )}
    </form>
  );
}

/** What was opened, pinned, or begun with: each can be taken out again. */
function Begin({ loaded, chosen }: Props) {
  const lists = (['from', 'expand', 'pin'] as const).filter((name) => chosen[name].length);
  if (lists.length === 0) return null;
  const heading = { from: r.start, expand: r.opened, pin: r.pinned };
  const without = (name: 'from' | 'expand' | 'pin', id: string) => {
    const rest = chosen[name].filter((each) => each !== id);
    setParams({ [name]: rest.join(',') || null });
  };
  return (
    <section>
      {lists.map((name) => (
        <div key={name}>
          <h3>{heading[name]}</h3>
          <ul className="net-chips">
            {chosen[name].map((id) => (
              <li key={id}>
                <button type="button" className="net-chip" aria-label={r.remove(loaded.nodes.get(id)?.name ?? id)} onClick={() => without(name, id)}>
                  {loaded.nodes.get(id)?.name ?? id} <span aria-hidden="true">×</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {chosen.from.length > 0 && (
        <button type="button" onClick={() => setParams({ from: null, kinds: null, view: null })}>
          {r.whole}
        </button>
      )}
    </section>
  );
}

function Layouts({ chosen }: Props) {
  const force = chosen.layout === 'force';
  return (
    <section aria-label={r.layout}>
      <h3>{r.layout}</h3>
      <div className="net-either">
        <button type="button" aria-pressed={!force} onClick={() => setParams({ layout: null, view: null })}>
          {r.twoMode}
        </button>
        <button type="button" aria-pressed={force} onClick={() => setParams({ layout: 'force', view: null })}>
          {r.force}
        </button>
      </div>
      <p className="small quiet">{force ? r.forceHint : r.twoModeHint}</p>
    </section>
  );
}

function Kinds({ picture, chosen, counts }: Props) {
  const drawn = (kind: Kind) => [...picture.points.values()].filter((each) => each.kind === kind).length;
  return (
    <fieldset>
      <legend>{r.kinds}</legend>
      {DRAWN.filter((kind) => counts[kind]).map((kind) => (
        <label key={kind} className="net-check">
          <input type="checkbox" checked={chosen.kinds.includes(kind)} onChange={() => setParams({ ...kindsPatch(chosen, kind), view: null })} />
          <Mark kind={kind} size={16} />
          <span>{capital(kindLook(kind).many)}</span>
          <span className="quiet figures">{r.shownOf(drawn(kind), counts[kind]!)}</span>
        </label>
      ))}
      <p className="small quiet">{r.size}</p>
    </fieldset>
  );
}

function Day({ chosen }: Props) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <section aria-label={r.date}>
      <h3>
        <label htmlFor={id}>{r.date}</label>
      </h3>
      <div className="net-either">
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
          <button type="button" onClick={() => setParams({ date: null, certainty: null })}>
            {r.noDate}
          </button>
        )}
      </div>
      {chosen.date && <p className="small quiet">{dateWords(chosen.date)}</p>}
      {chosen.date && (
        <div className="net-either" role="group" aria-label={r.certainty}>
          <button type="button" aria-pressed={chosen.certainty === 'POSSIBLE'} onClick={() => setParams({ certainty: null })}>
            {r.possibleToo}
          </button>
          <button type="button" aria-pressed={chosen.certainty === 'CERTAIN'} onClick={() => setParams({ certainty: 'CERTAIN' })}>
            {r.certain}
          </button>
        </div>
      )}
    </section>
  );
}

function Countries({ loaded, chosen }: Props) {
  const id = useId();
  const counted = new Map<string, number>();
  for (const { country: code } of loaded.nodes.values()) if (code) counted.set(code, (counted.get(code) ?? 0) + 1);
  const codes = [...counted.keys()].filter((code) => !chosen.countries.includes(code)).sort((a, b) => country(a).localeCompare(country(b), 'en'));
  return (
    <section>
      <h3>
        <label htmlFor={id}>{r.countries}</label>
      </h3>
      <select id={id} value="" onChange={({ target }) => target.value && setParams({ countries: [...chosen.countries, target.value].join(','), view: null })}>
        <option value="">{chosen.countries.length ? r.addCountry : r.everyCountry}</option>
        {codes.map((code) => (
          <option key={code} value={code}>
            {country(code)} ({number(counted.get(code)!)})
          </option>
        ))}
      </select>
      {chosen.countries.length > 0 && (
        <ul className="net-chips">
          {chosen.countries.map((code) => (
            <li key={code}>
              <button type="button" className="net-chip" aria-label={r.remove(country(code))} onClick={() => setParams({ countries: listParam(toggled(chosen.countries, code)), view: null })}>
                {country(code)} <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Relations({ offered, chosen }: Props) {
  const counted = new Map<string, number>();
  for (const { kind } of offered) counted.set(kind, (counted.get(kind) ?? 0) + 1);
  const kinds = [...counted.keys()].sort((a, b) => counted.get(b)! - counted.get(a)! || (a < b ? -1 : 1));
  if (kinds.length < 2) return null;
  const on = (kind: string) => showsRelation(chosen, kind);
  const toggle = (kind: string) => {
    const usual = kinds.filter((each) => showsRelation({ relations: [] }, each));
    setParams({ relations: listParam(toggled(kinds.filter(on), kind), usual) || null, view: null });
  };
  return (
    <details open={chosen.relations.length > 0 || undefined}>
      <summary>{r.relations}</summary>
      <fieldset>
        <legend className="unseen">{r.relations}</legend>
        {kinds.map((kind) => (
          <label key={kind} className="net-check">
            <input type="checkbox" checked={on(kind)} onChange={() => toggle(kind)} />
            <span>{capital(relationText(kind).says)}</span>
            <span className="quiet figures">{number(counted.get(kind)!)}</span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}

/** What the looks of a line mean, with how many there are of each. */
export function Lines({ picture, chosen }: Pick<Props, 'picture' | 'chosen'>) {
  const { strong, thin, unsure } = linesByLook(picture);
  return (
    <section aria-label={r.lines}>
      <p className="net-key small">
        <svg width="30" height="8" aria-hidden="true">
          <path className="net-line" d="M1 4H29" />
        </svg>
        {chosen.date ? r.solidOn : r.solid} <span className="quiet figures">{number(strong)}</span>
      </p>
      {thin > 0 && (
        <p className="net-key small">
          <svg width="30" height="8" aria-hidden="true">
            <path className="net-line other" d="M1 4H29" />
          </svg>
          {chosen.date ? r.thinOn : r.thin} <span className="quiet figures">{number(thin)}</span>
        </p>
      )}
      <p className="net-key small">
        <svg width="30" height="8" aria-hidden="true">
          <path className="net-line unsure" d="M1 4H29" />
        </svg>
        {chosen.date ? r.dashedOn : r.dashed} <span className="quiet figures">{number(unsure)}</span>
      </p>
    </section>
  );
}
