import { setParams } from '../lib/address';
import './answer.css';

interface Props {
  label: string;
  /** The parameter of the address that carries the choice; the first value is the one without it. */
  name: string;
  chosen: string;
  all: [value: string, words: string][];
  /** Parameters that mean nothing after another choice. */
  drop?: string[];
}

/** Buttons of which one is pressed. */
export function Choices({ label, name, chosen, all, drop = [] }: Props) {
  const first = all[0]?.[0];
  const choose = (value: string) => setParams({ ...Object.fromEntries(drop.map((each) => [each, null])), [name]: value === first ? null : value });
  return (
    <div className="choices" role="group" aria-label={label}>
      {all.map(([value, words]) => (
        <button key={value} type="button" aria-pressed={value === chosen} onClick={() => choose(value)}>
          {words}
        </button>
      ))}
    </div>
  );
}
