import { type ReactNode, useId, useRef, useState } from 'react';
import type { Kind } from '../../lib/kinds';
import { useNarrow } from '../../lib/narrow';
import { NodeChips } from '../../parts/node-chips';
import { common, country } from '../../text/common';
import { overlap as t } from '../../text/overlap';
import { DateSlider } from './date-slider';
import { counted, type RecordedGroup, stops } from './days';
import { type Chosen, MEASURES, MOST_GROUPS, type Universe, withGroups } from './state';

interface Props {
  chosen: Chosen;
  recorded: RecordedGroup[];
  ready: boolean;
  onChoose: (next: Chosen, how?: { replace: boolean }) => void;
}

const c = t.chooser;
/** Kinds that have rosters. */
const KINDS: Kind[] = ['NETWORK', 'DECLARATION', 'ORGANIZATION', 'INITIATIVE', 'EVENT'];

/** Everything that can be chosen; on a phone behind one button, in a sheet from below. */
export function Chooser(props: Props) {
  const narrow = useNarrow();
  const days = <DateSlider date={props.chosen.date} stops={stops(props.recorded, props.chosen.basis)} ready={props.ready} onDate={(date, how) => props.onChoose({ ...props.chosen, date }, how)} />;
  if (!narrow) {
    return (
      <div className="ovl-chooser">
        <Groups {...props} />
        {days}
        <Fields {...props} />
      </div>
    );
  }
  return (
    <>
      <Sheet>
        <div className="ovl-chooser">
          <Groups {...props} />
          <Fields {...props} />
        </div>
      </Sheet>
      <div className="ovl-chooser">{days}</div>
    </>
  );
}

function Groups({ chosen, recorded, onChoose }: Props) {
  const { groups } = chosen;
  const nodes = groups.map((id) => ({ id, name: recorded.find((each) => each.id === id)?.name ?? id }));
  return (
    <>
      <NodeChips label={c.groups} nodes={nodes} kinds={KINDS} most={MOST_GROUPS} add={c.add} hint={c.addHint} remove={c.remove} onChoose={(ids) => onChoose(withGroups(chosen, ids))} />
      {groups.length >= MOST_GROUPS && <p className="small quiet">{c.full(MOST_GROUPS)}</p>}
    </>
  );
}

function Fields(props: Props) {
  const { chosen, onChoose } = props;
  return (
    <div className="ovl-fields">
      <UniverseField {...props} />
      {chosen.date && (
        <Either
          label={c.certainty}
          options={[
            { value: 'POSSIBLE', text: c.possible },
            { value: 'CERTAIN', text: c.certain },
          ]}
          value={chosen.certainty}
          onChange={(certainty) => onChoose({ ...chosen, certainty })}
        />
      )}
      <Either
        label={c.basis}
        options={[
          { value: 'STATED', text: c.stated },
          { value: 'ANY', text: c.any },
        ]}
        value={chosen.basis}
        onChange={(basis) => onChoose({ ...chosen, basis })}
      />
      <Either label={c.measure} options={MEASURES.map((value) => ({ value, text: c.measures[value] }))} value={chosen.measure} onChange={(measure) => onChoose({ ...chosen, measure })} />
    </div>
  );
}

interface EitherProps<T extends string> {
  label: string;
  options: { value: T; text: string }[];
  value: T;
  onChange: (value: T) => void;
}

function Either<T extends string>({ label, options, value, onChange }: EitherProps<T>) {
  return (
    <div className="ovl-field" role="group" aria-label={label}>
      <span aria-hidden="true">{label}</span>
      <div className="ovl-either">
        {options.map((each) => (
          <button key={each.value} type="button" aria-pressed={each.value === value} onClick={() => each.value !== value && onChange(each.value)}>
            {each.text}
          </button>
        ))}
      </div>
    </div>
  );
}

const FIRST_SIZE = 1000;

function UniverseField({ chosen, recorded, onChoose }: Props) {
  const id = useId();
  const { universe, groups, basis } = chosen;
  const countries = countriesOf(recorded, basis, universe);
  const value = universe.of === 'country' ? universe.country : universe.of;
  const choose = (text: string) => onChoose({ ...chosen, universe: text === 'recorded' || text === 'union' ? { of: text } : text === 'size' ? { of: 'size', size: FIRST_SIZE } : { of: 'country', country: text } });
  return (
    <>
      <div className="ovl-field">
        <label htmlFor={id}>{c.universe}</label>
        <select id={id} value={value} onChange={({ target }) => choose(target.value)}>
          <option value="recorded">{c.recorded}</option>
          {groups.length > 2 && <option value="union">{c.union}</option>}
          <option value="size">{c.size}</option>
          {countries.map((code) => (
            <option key={code} value={code}>
              {c.country(country(code))}
            </option>
          ))}
        </select>
      </div>
      {universe.of === 'size' && <Size size={universe.size} onSize={(size) => onChoose({ ...chosen, universe: { of: 'size', size } }, { replace: true })} />}
    </>
  );
}

function Size({ size, onSize }: { size: number; onSize: (size: number) => void }) {
  const id = useId();
  const [text, setText] = useState(String(size));
  return (
    <div className="ovl-field">
      <label htmlFor={id}>{c.sizeLabel}</label>
      <input
        id={id}
        type="number"
        min={1}
        max={999999}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          const number = Number(target.value);
          if (Number.isInteger(number) && number > 0 && number < 1_000_000) onSize(number);
        }}
      />
    </div>
  );
}

/** The countries of the groups' members, by name. */
function countriesOf(recorded: RecordedGroup[], basis: Chosen['basis'], universe: Universe): string[] {
  const codes = new Set(recorded.flatMap((group) => counted(group, basis).map(({ node }) => node.country ?? '')).filter(Boolean));
  if (universe.of === 'country') codes.add(universe.country);
  return [...codes].sort((a, b) => country(a).localeCompare(country(b), 'en'));
}

function Sheet({ children }: { children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <div className="ovl-open">
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={() => {
          setOpen(true);
          dialog.current?.showModal();
        }}
      >
        {c.open}
      </button>
      <dialog ref={dialog} className="sheet ovl-dialog" aria-label={c.title} onClose={() => setOpen(false)} onClick={({ target, currentTarget }) => target === currentTarget && currentTarget.close()}>
        <header>
          <h2>{c.title}</h2>
          <button type="button" onClick={() => dialog.current?.close()}>
            {common.take.close}
          </button>
        </header>
        {open && children}
      </dialog>
    </div>
  );
}
