import { aside, qualifiers, relationText } from '../text/relations';
import { number } from '../text/common';
import { dateWords, doneWords, type Edtf, sinceWords, span, untilWords } from './dates';

/** What the words about a relationship are made from: fields of the API's EdgeFacts. */
export interface EdgeTime {
  kind: string;
  since?: Edtf | null;
  until?: Edtf | null;
  seen?: Edtf[];
}

/** When it was done or held, as far as sources say: "since 25 June 2021; last recorded in August 2024". */
export function timeWords({ kind, since, until, seen = [] }: EdgeTime): string {
  if (relationText(kind).deed) return since ? doneWords(since) : aside.unknownDate;
  if (since && until) return lasted(since, until);
  if (until) return untilWords(until);
  const sightings = [...seen].sort((a, b) => (span(a).latest ?? '').localeCompare(span(b).latest ?? ''));
  const [first, last] = [sightings[0], sightings.at(-1)];
  if (since) {
    return last && last !== since ? `${sinceWords(since)}; ${aside.lastRecorded(doneWords(last))}` : sinceWords(since);
  }
  if (!first || !last) return aside.unknownDate;
  if (sightings.length === 1) return aside.recorded(doneWords(first));
  if (sightings.length === 2) return aside.recordedTwice(doneWords(first), doneWords(last));
  return aside.recordedOften(sightings.length, doneWords(first), doneWords(last));
}

function lasted(since: Edtf, until: Edtf): string {
  if (since === until) return doneWords(since);
  const plain = (date: Edtf) => /^[\d-]+$/.test(date);
  if (plain(since) && plain(until)) return `from ${dateWords(`${since}/${until}`)}`;
  return `${sinceWords(since)}, ${untilWords(until)}`;
}

/** Fields of FUNDS; null where no source says. */
export interface Money {
  amount?: number | null;
  currency?: string | null;
  amountQualifier?: string | null;
  amountPer?: string | null;
}

/** "at least EUR 50,000 a year"; empty where no amount is recorded. */
export function amountWords({ amount, currency, amountQualifier, amountPer }: Money): string {
  if (amount === null || amount === undefined) return '';
  const what = [currency, number(amount)].filter(Boolean).join(' ');
  return `${qualifiers[amountQualifier ?? ''] ?? ''}${what}${amountPer === 'YEAR' ? ` ${aside.perYear}` : ''}`;
}

export interface EdgeAttributes extends Money {
  kind: string;
  office?: string | null;
  person?: string | null;
  unit?: string | null;
  section?: string | null;
  role?: string | null;
  moneyFrom?: string | null;
  stance?: string | null;
  through?: { name: string } | null;
  onBehalfOf?: { name: string } | null;
}

/** What else is recorded about it, each as a few words: "as a partner", "by its mayor Leoluca Orlando". */
export function attributeWords(edge: EdgeAttributes): string[] {
  const { office, person, unit, section, role, moneyFrom, stance, through, onBehalfOf } = edge;
  return [
    amountWords(edge),
    moneyFrom ? aside.money[moneyFrom] : '',
    role && role !== 'PARTICIPANT' ? aside.roles[role] : '',
    stance ? aside.stance[stance] : '',
    section ? aside.section(section) : '',
    office ? aside.office(office, person) : person ? aside.person(person) : '',
    unit ? aside.unit(unit) : '',
    onBehalfOf ? aside.onBehalfOf(onBehalfOf.name) : '',
    through ? aside.through(through.name) : '',
  ].filter((each): each is string => Boolean(each));
}
