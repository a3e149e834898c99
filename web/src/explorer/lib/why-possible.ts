import { relationText } from '../text/relations';
import { possible as t } from '../text/possible';
import { dateWords, type Edtf, span } from './dates';
import { holding } from './holding';

/** The dates of a relationship, as the API gives them. */
export interface Dated {
  kind: string;
  since?: Edtf | null;
  until?: Edtf | null;
  seen?: Edtf[];
}

/** Why a relationship that is possible on a day (`Y-M-D`) is not certain on it. */
export function whyPossible(edge: Dated, day: string): string {
  const { notBefore, from, to, notAfter } = holding(edge);
  const { deed } = relationText(edge.kind);
  if (from && day < from && deed) return t.done(notBefore ? dateWords(notBefore) : '', dateWords(from));
  if (from && day < from) return notBefore ? t.began(dateWords(notBefore), dateWords(from)) : t.before(dateWords(from));
  if (to && day > to && !deed) return notAfter ? t.ended(dateWords(to), dateWords(notAfter)) : t.after(dateWords(to));
  const spans = [edge.since, edge.until, ...(edge.seen ?? [])].filter((each) => each).map(span);
  if (spans.length === 0) return t.unknown;
  if (spans.every(({ latest }) => latest !== null && latest < day)) return t.past;
  return spans.every(({ earliest }) => earliest !== null && earliest > day) ? t.future : t.within;
}
