import { useId } from 'react';
import { setParams, useAddress, withParams } from '../../lib/address';
import type { Question } from '../../lib/ask';
import { amountWords, timeWords } from '../../lib/edge-words';
import { sourcesOf } from '../../lib/facts';
import type { Kind } from '../../lib/kinds';
import { Link } from '../../lib/link';
import { useTitle } from '../../lib/title';
import { useAnswer } from '../../lib/use-answer';
import { useWidth } from '../../lib/use-width';
import { Choices } from '../../parts/choices';
import { FactButton } from '../../parts/fact-sheet';
import { SearchBox } from '../../parts/search-box';
import { SourceList } from '../../parts/source-list';
import { Empty, Failure, Skeleton } from '../../parts/states';
import { Table } from '../../parts/table';
import { TakeRow } from '../../parts/take-row';
import { common } from '../../text/common';
import { money as t } from '../../text/money';
import { MoneyDrawing, moneyHeight } from './drawing';
import { focused, type FundingData, givenWords, moneySentence, overview, type OverviewData, payeeIds, type PayeesData, saidUnfunded, scaleOf, unfundedWords } from './model';
import './money.css';
import { FUNDING, OVERVIEW, PAYEES } from './query';
import { citationsOf, takeOf } from './take';
import type { Funding, Money } from './types';

const KINDS: Kind[] = ['FUNDER', 'ORGANIZATION', 'INITIATIVE', 'NETWORK', 'CITY', 'EVENT'];

/** Who funds what: all that is recorded, or the money of one record. */
export default function MoneyPage() {
  const { params } = useAddress();
  const of = params.get('of');
  const basis = params.get('basis') === 'any' ? 'any' : 'stated';
  return (
    <article className="money">
      {of ? <One key={of} of={of} basis={basis} /> : <All basis={basis} />}
    </article>
  );
}

function Head({ title }: { title: string }) {
  const { params, embed } = useAddress();
  useTitle(title);
  return (
    <>
      <h1>{title}</h1>
      {!embed && (
        <div className="fields chips">
          <SearchBox kinds={KINDS} label={t.choose} hint={t.hint} onChoose={({ id }) => setParams({ of: id })} />
          {params.get('of') && (
            <button type="button" onClick={() => setParams({ of: null })}>
              {t.all}
            </button>
          )}
          <Choices label={t.basis} name="basis" chosen={params.get('basis') === 'any' ? 'any' : 'stated'} all={Object.entries(t.basisOf)} />
        </div>
      )}
    </>
  );
}

function All({ basis }: { basis: string }) {
  const first = useAnswer<PayeesData>({ query: PAYEES });
  const ids = first.state === 'ready' ? payeeIds(first.answer.data) : [];
  const question: Question = { query: OVERVIEW, variables: { ids, basis: basis.toUpperCase() } };
  const asked = useAnswer<OverviewData>(ids.length ? question : null);
  const failed = first.state === 'failed' ? first : asked.state === 'failed' ? asked : null;
  const money =
    first.state !== 'ready' || (ids.length > 0 && asked.state !== 'ready')
      ? null
      : overview(asked.state === 'ready' ? asked.answer.data : { nodes: [] }, saidUnfunded(first.answer.data), t.assumedAll(basis === 'stated'));
  return (
    <>
      <Head title={t.title} />
      {failed && <Failure error={failed.error} again={failed.again} />}
      {!failed && !money && <Skeleton lines={16} slow={asked.state === 'waiting' && asked.slow} />}
      {!failed && money && <Shown money={money} title={t.title} question={question} />}
    </>
  );
}

function One({ of, basis }: { of: string; basis: string }) {
  const question: Question = { query: FUNDING, variables: { of, basis: basis.toUpperCase() } };
  const asked = useAnswer<FundingData>(question);
  const node = asked.state === 'ready' ? asked.answer.data.node : null;
  const title = node ? t.titleOf(node.name) : t.title;
  return (
    <>
      <Head title={title} />
      {asked.state === 'failed' && <Failure error={asked.error} again={asked.again} />}
      {asked.state === 'waiting' && <Skeleton lines={16} slow={asked.slow} />}
      {asked.state === 'ready' && <Shown money={focused(asked.answer.data)} title={title} question={question} />}
    </>
  );
}

function Shown({ money, title, question }: { money: Money; title: string; question: Question }) {
  const { embed } = useAddress();
  const [ref, width] = useWidth<HTMLElement>();
  const pattern = useId();
  const { of, fundings, unfunded } = money;
  const sentence = moneySentence(money);
  const scale = scaleOf(fundings);
  if (fundings.length + unfunded.length === 0) return <Empty>{sentence}</Empty>;
  const height = width ? moneyHeight(fundings, width) : 400;
  return (
    <>
      <p className="lead">{sentence}</p>
      {!embed && <TakeRow take={takeOf(money, title, sentence, question)} />}
      <figure ref={ref}>
        {fundings.length > 0 && (
          <svg role="img" aria-label={t.picture(fundings.length)} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
            {width > 0 && <MoneyDrawing fundings={fundings} width={width} pattern={pattern} />}
          </svg>
        )}
        <figcaption className="small quiet">
          {fundings.length > 0 && <p>{scale ? `${t.scale(scale)} ${t.note}` : t.note}</p>}
          {money.implied > 0 && <p>{t.implied(money.implied)}</p>}
          {money.left > 0 && <p>{t.left(money.left)}</p>}
          {money.truncated && <p>{t.truncated}</p>}
        </figcaption>
      </figure>
      {!embed && (
        <>
          <Unfunded money={money} />
          {fundings.length > 0 && <Fundings fundings={fundings} summed={of !== null} />}
          <SourceList heading={t.sources} all={sourcesOf(citationsOf(money))} />
        </>
      )}
    </>
  );
}

function Unfunded({ money: { unfunded } }: { money: Money }) {
  if (unfunded.length === 0) return null;
  return (
    <section aria-labelledby="unfunded" className="unfunded">
      <h2 id="unfunded">{t.unfundedTitle}</h2>
      <ul>
        {unfunded.map((each) => (
          <li key={each.node.id}>
            {unfundedWords(each)}{' '}
            <FactButton of={each.node.id} about={unfundedWords(each)}>
              {common.fact.sources(each.sources.length)}
            </FactButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Fundings({ fundings, summed }: { fundings: Funding[]; summed: boolean }) {
  const c = t.columns;
  const party = ({ id, name }: { id: string; name: string }) => <Link to={withParams({ of: id })}>{name}</Link>;
  const sum = { label: c.sum, cell: ({ counts, currency, years, why }: Funding) => (counts ? t.counts(amountWords({ amount: Number(counts), currency, amountQualifier: 'EXACT' }), years ?? []) : t.not(why ?? '')) };
  return (
    <Table
      what={t.table}
      rows={fundings}
      rowKey={({ id }) => id}
      first={25}
      columns={[
        { label: c.payer, cell: ({ payer }) => party(payer) },
        { label: c.payee, cell: ({ payee }) => party(payee) },
        { label: c.amount, cell: (each) => givenWords(each) || <span className="quiet">{t.unknown}</span> },
        { label: c.when, cell: (each) => timeWords({ ...each, kind: 'FUNDS' }) },
        ...(summed ? [sum] : []),
        {
          label: c.source,
          cell: ({ id, payer, payee, sources }) => (
            <FactButton of={id} about={t.about(payer.name, payee.name)}>
              {common.fact.sources(sources.length)}
            </FactButton>
          ),
        },
      ]}
    />
  );
}
