/**
 * Dates as the API writes them (EDTF, ISO 8601-2): `2021`, `2021-06`, `2021-06-25`, each also with `~` (about),
 * `[a..b]`, `[..b]`, `[a..]` (some day in between), `a/b` (from one day to another).
 */
export type Edtf = string;

type Parts = { text: string; about: boolean };
type Read =
  | { form: 'plain'; date: Parts }
  | { form: 'between' | 'lasting'; from: Parts; to: Parts }
  | { form: 'by'; to: Parts }
  | { form: 'from'; from: Parts };

const PLAIN = /^\d{4}(-\d{2}(-\d{2})?)?~?$/;

function plain(text: string | undefined): Parts | null {
  if (!text || !PLAIN.test(text)) return null;
  const [year, month, day] = text.replace('~', '').split('-').map(Number) as [number, number?, number?];
  if (month !== undefined && (month < 1 || month > 12)) return null;
  if (day !== undefined && (day < 1 || day > daysIn(year, month!))) return null;
  return { text: text.replace('~', ''), about: text.endsWith('~') };
}

/** Reads a date; null where it has none of the forms. */
function read(date: Edtf): Read | null {
  const one = plain(date);
  if (one) return { form: 'plain', date: one };
  const span = /^\[(.*)\.\.(.*)\]$/.exec(date) ?? /^([^/]+)\/([^/]+)$/.exec(date);
  if (!span) return null;
  const [from, to] = [plain(span[1]), plain(span[2])];
  if ((span[1] && !from) || (span[2] && !to)) return null;
  if (from && to) return { form: date.startsWith('[') ? 'between' : 'lasting', from, to };
  if (to) return { form: 'by', to };
  return from ? { form: 'from', from } : null;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** `25 June 2021`, `June 2021`, `2021`, each with "about" where the date says so. */
function words({ text, about }: Parts): string {
  const [year, month, day] = text.split('-');
  const name = month ? `${day ? `${Number(day)} ` : ''}${MONTHS[Number(month) - 1]} ${year}` : year!;
  return about ? `about ${name}` : name;
}

/** The preposition that the date takes: "on" a day, "in" a month or year, none before "about". */
function at(date: Parts): string {
  const name = words(date);
  if (date.about) return name;
  return `${date.text.length > 7 ? 'on' : 'in'} ${name}`;
}

/** "25 to 26 June 2021", without saying twice what both have. */
function lasting(from: Parts, to: Parts): string {
  const [a, b] = [words(from), words(to)];
  const [x, y] = [from.text.split('-'), to.text.split('-')];
  if (!from.about && !to.about && x.length === 3 && y.length === 3 && x[0] === y[0]) {
    if (x[1] === y[1]) return x[2] === y[2] ? b : `${Number(x[2])} to ${b}`;
    return `${a.replace(/ \d+$/, '')} to ${b}`;
  }
  return `${a} to ${b}`;
}

/** The date alone, for tables: "25 June 2021", "some time between 2015 and 2016", "by August 2024". */
export function dateWords(date: Edtf): string {
  const d = read(date);
  switch (d?.form) {
    case 'plain':
      return words(d.date);
    case 'between':
      return `some time between ${words(d.from)} and ${words(d.to)}`;
    case 'by':
      return `by ${words(d.to)}`;
    case 'from':
      return `${words(d.from)} or later`;
    case 'lasting':
      return lasting(d.from, d.to);
    default:
      return date;
  }
}

/** When something was done: "on 25 June 2021", "in 2021", "about 2021", "by August 2024". */
export function doneWords(date: Edtf): string {
  const d = read(date);
  switch (d?.form) {
    case 'plain':
      return at(d.date);
    case 'from':
      return `${at(d.from)} or later`;
    case 'lasting':
      return `from ${lasting(d.from, d.to)}`;
    default:
      return dateWords(date);
  }
}

/** From when something held: "since 25 June 2021", "since August 2024 at the latest". */
export function sinceWords(date: Edtf): string {
  const d = read(date);
  if (d?.form === 'by') return `since ${words(d.to)} at the latest`;
  if (d?.form === 'from') return `since ${words(d.from)} or later`;
  return `since ${dateWords(date)}`;
}

/** Until when something held: "until 2023", "until August 2024 at the latest", "at least until 2023". */
export function untilWords(date: Edtf): string {
  const d = read(date);
  if (d?.form === 'by') return `until ${words(d.to)} at the latest`;
  if (d?.form === 'from') return `at least until ${words(d.from)}`;
  return `until ${dateWords(date)}`;
}

/** The first and the last day that a date can mean, `Y-M-D`; null where it is open or unknown. */
export interface Span {
  earliest: string | null;
  latest: string | null;
}

export function span(date: Edtf | null | undefined): Span {
  const d = date ? read(date) : null;
  switch (d?.form) {
    case 'plain':
      return { earliest: first(d.date), latest: last(d.date) };
    case 'between':
    case 'lasting':
      return { earliest: first(d.from), latest: last(d.to) };
    case 'by':
      return { earliest: null, latest: last(d.to) };
    case 'from':
      return { earliest: first(d.from), latest: null };
    default:
      return { earliest: null, latest: null };
  }
}

function first({ text, about }: Parts): string {
  return about ? first({ text: shifted(text, -1), about: false }) : text + '-01-01'.slice(text.length - 4);
}

function last({ text, about }: Parts): string {
  if (about) return last({ text: shifted(text, 1), about: false });
  if (text.length === 4) return `${text}-12-31`;
  if (text.length === 10) return text;
  const [year, month] = text.split('-').map(Number) as [number, number];
  return `${text}-${daysIn(year, month)}`;
}

/** The date one unit of its own precision earlier or later. */
function shifted(text: string, by: number): string {
  const [year, month = 1, day = 1] = text.split('-').map(Number) as [number, number?, number?];
  const moved = new Date(`${text.slice(0, 4)}-01-01T00:00Z`); // Date.UTC takes years below 100 for 19xx
  moved.setUTCFullYear(
    year + (text.length === 4 ? by : 0),
    month - 1 + (text.length === 7 ? by : 0),
    day + (text.length === 10 ? by : 0),
  );
  return moved.toISOString().slice(0, text.length);
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
