import type { Question } from '../../lib/ask';
import { type Citation, sourcesCell, sourcesOf } from '../../lib/facts';
import type { Take } from '../../take/types';
import { money as t } from '../../text/money';
import { MoneyDrawing, moneyHeight } from './drawing';
import type { Funding, Money } from './types';

const COLUMNS = [
  'id', 'from', 'fromName', 'to', 'toName', 'amount', 'currency', 'amountQualifier', 'amountPer', 'moneyFrom', 'since', 'until', 'seen', 'basis', 'sources',
]; // prettier-ignore
/** How much of it is in the sum, for which years, or why not: only the money of one record is summed. */
const SUMMED = ['counts', 'years', 'why'];

const lower = (value: string | null) => value?.toLowerCase();

export function citationsOf({ fundings, unfunded }: Money): Citation[] {
  return [...fundings, ...unfunded].flatMap(({ sources }) => sources);
}

/** Everything that the page shows, to leave with the reader. */
export function takeOf(money: Money, title: string, sentence: string, question: Question): Take {
  const { of, fundings } = money;
  return {
    file: of ? `${t.file}-${of.id.replace(':', '-')}` : t.file,
    title,
    sentence,
    date: t.date,
    universe: t.universe(fundings.length, money.assumed),
    sources: sourcesOf(citationsOf(money)),
    question,
    table: {
      columns: of ? [...COLUMNS, ...SUMMED] : COLUMNS,
      rows: fundings.map((each) => [
        each.id, each.payer.id, each.payer.name, each.payee.id, each.payee.name, each.amount, each.currency, lower(each.amountQualifier), lower(each.amountPer),
        lower(each.moneyFrom), each.since, each.until, each.seen.join('; '), lower(each.basis), sourcesCell(each.sources),
        ...(of ? [each.counts, each.years?.join('; '), each.why] : []),
      ]), // prettier-ignore
    },
    data: { received: money.received, given: money.given, unfunded: money.unfunded, note: t.note },
    draw: fundings.length ? (width) => <Picture fundings={fundings} width={width} /> : undefined,
    embed: true,
  };
}

function Picture({ fundings, width }: { fundings: Funding[]; width: number }) {
  return (
    <svg viewBox={`0 0 ${width} ${moneyHeight(fundings, width)}`}>
      <MoneyDrawing fundings={fundings} width={width} pattern="hatch" />
    </svg>
  );
}
