import { nodePath, setParams, useAddress } from '../../lib/address';
import type { Answer, Question } from '../../lib/ask';
import { dateWords } from '../../lib/dates';
import { timeWords } from '../../lib/edge-words';
import { sourcesOf } from '../../lib/facts';
import { kindOfId } from '../../lib/kinds';
import { Link } from '../../lib/link';
import { useTitle } from '../../lib/title';
import { useAnswer } from '../../lib/use-answer';
import { useWidth } from '../../lib/use-width';
import { Choices } from '../../parts/choices';
import { FactButton } from '../../parts/fact-sheet';
import { Mark } from '../../parts/mark';
import { SearchBox } from '../../parts/search-box';
import { SourceList } from '../../parts/source-list';
import { Empty, Failure, Skeleton } from '../../parts/states';
import { TakeRow } from '../../parts/take-row';
import { common } from '../../text/common';
import { paths as t } from '../../text/paths';
import { relationText } from '../../text/relations';
import { isDay } from '../../lib/day';
import { PathsDrawing, pathsHeight } from './drawing';
import { type EndsData, endsOf } from './ends';
import { ENDS, PATHS } from './query';
import { citationsOf, takeOf } from './take';
import type { Chain, Hop, PathsData } from './types';
import { heldWords, pathsSentence } from './words';

const FEW = 5;
const MANY = 20;

function useChosen() {
  const { params } = useAddress();
  const date = isDay(params.get('date') ?? '') ? params.get('date')! : '';
  return {
    from: params.get('from') ?? '',
    to: params.get('to') ?? '',
    avoid: (params.get('avoid') ?? '').split(',').filter(Boolean),
    basis: params.get('basis') === 'any' ? 'any' : 'stated',
    date,
    certainty: params.get('certainty')?.toLowerCase() === 'possible' ? 'possible' : 'certain',
    k: params.get('k') === String(MANY) ? MANY : FEW,
  };
}

/** The shortest chains between two records, each link with its source. */
export default function PathsPage() {
  const { embed } = useAddress();
  const chosen = useChosen();
  const { avoid, basis, date, certainty, k } = chosen;
  const open = !(chosen.from && chosen.to);
  const first = useAnswer<EndsData>(open ? { query: ENDS } : null);
  const { from, to } = open && first.state === 'ready' ? endsOf(first.answer.data, chosen.from, chosen.to) : chosen;
  const missing = first.state === 'ready' && !(from && to);
  const question: Question = {
    query: PATHS,
    variables: { from, to, k, avoid, avoided: avoid, asOf: date || null, certainty: date ? certainty.toUpperCase() : null, basis: basis.toUpperCase() },
  };
  const asked = useAnswer<PathsData>(from && to && from !== to ? question : null);
  const answer = asked.state === 'ready' ? asked.answer : undefined;
  const name = (id: string) => [answer?.data.paths.from, answer?.data.paths.to].find((each) => each?.id === id)?.name ?? id;
  const failed = first.state === 'failed' ? first : asked.state === 'failed' ? asked : null;
  const title = answer ? t.titleOf(answer.data.paths.from.name, answer.data.paths.to.name) : t.title;
  useTitle(title);
  return (
    <article className="paths">
      <h1>{title}</h1>
      {!embed && <Ends from={from} to={to} name={name} />}
      {!embed && <Conditions avoided={(answer?.data.avoided ?? []).flatMap((each) => (each ? [each] : []))} />}
      {from && from === to ? (
        <Empty>{t.same}</Empty>
      ) : open && missing ? (
        <Empty>{t.choose}</Empty>
      ) : failed ? (
        <Failure error={failed.error} again={failed.again} />
      ) : answer ? (
        <Shown answer={answer} question={question} />
      ) : (
        <Skeleton lines={12} slow={asked.state === 'waiting' && asked.slow} />
      )}
    </article>
  );
}

function Ends({ from, to, name }: { from: string; to: string; name: (id: string) => string }) {
  const { params } = useAddress();
  const end = (id: string, word: string, label: string, which: 'from' | 'to') => (
    <div className="end">
      <p className="small">
        <span className="quiet">{word}</span> {id && <Mark kind={kindOfId(id).kind} />} {id && <Link to={nodePath(id)}>{name(id)}</Link>}
      </p>
      <SearchBox label={label} hint={t.hint} onChoose={(node) => setParams({ from, to, [which]: node.id, k: null })} />
    </div>
  );
  return (
    <>
      <div className="ends">
        {end(from, t.from, t.fromLabel, 'from')}
        <button type="button" aria-label={t.swap} onClick={() => setParams({ from: to, to: from })}>
          <span aria-hidden="true">⇄</span>
        </button>
        {end(to, t.to, t.toLabel, 'to')}
      </div>
      {from && to && !(params.get('from') && params.get('to')) && <p className="small quiet">{params.get('from') || params.get('to') ? t.firstOther : t.first}</p>}
    </>
  );
}

function Conditions({ avoided }: { avoided: { id: string; name: string }[] }) {
  const { avoid, basis, date, certainty } = useChosen();
  return (
    <div className="fields">
      <label>
        {t.date}
        <input key={date} type="date" defaultValue={date} onChange={({ target }) => target.value >= '1800' && setParams({ date: target.value })} />
      </label>
      {date && (
        <>
          <button type="button" onClick={() => setParams({ date: null, certainty: null })}>
            {t.anyDay}
          </button>
          <Choices label={t.certainty} name="certainty" chosen={certainty} all={Object.entries(t.certaintyOf)} />
        </>
      )}
      <Choices label={t.basis} name="basis" chosen={basis} all={Object.entries(t.basisOf)} />
      {avoided.length > 0 && (
        <div className="chips" role="group" aria-label={t.avoiding}>
          <span className="small quiet">{t.avoiding}</span>
          {avoided.map(({ id, name }) => (
            <span key={id} className="chip">
              <Link to={nodePath(id)}>{name}</Link>
              <button type="button" aria-label={t.unavoid(name)} onClick={() => setParams({ avoid: avoid.filter((each) => each !== id).join(',') })}>
                <span aria-hidden="true">×</span>
              </button>
            </span>
          ))}
        </div>
      )}
    </div>
  );
}

function Shown({ answer: { data }, question }: { answer: Answer<PathsData>; question: Question }) {
  const { embed } = useAddress();
  const { date, k } = useChosen();
  const [ref, width] = useWidth<HTMLElement>();
  const { from, to, paths: chains, visited } = data.paths;
  const sentence = pathsSentence(data);
  const height = width ? pathsHeight(chains, width) : 300;
  return (
    <>
      <p className="lead">{sentence}</p>
      {!embed && <TakeRow take={takeOf(data, sentence, date && dateWords(date), question)} />}
      <figure ref={ref} hidden={chains.length === 0}>
        {chains.length > 0 && (
          <svg role="img" aria-label={t.picture(chains.length, from.name, to.name)} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
            {width > 0 && <PathsDrawing chains={chains} width={width} />}
          </svg>
        )}
      </figure>
      {!embed && chains.length > 0 && (
        <section aria-labelledby="chains">
          <h2 id="chains">{t.list}</h2>
          <p className="small quiet">{t.found(chains.length, visited)}</p>
          {chains.map((chain, i) => (
            <ChainInWords key={i} chain={chain} n={i + 1} />
          ))}
          {k < MANY && chains.length === k && (
            <button type="button" onClick={() => setParams({ k: String(MANY) })}>
              {t.more}
            </button>
          )}
        </section>
      )}
      {!embed && <SourceList heading={t.sources} all={sourcesOf(citationsOf(chains))} />}
    </>
  );
}

function ChainInWords({ chain, n }: { chain: Chain; n: number }) {
  const { params } = useAddress();
  const { avoid } = useChosen();
  const between = chain.hops.slice(0, -1).map(({ to }) => to);
  const { from, to } = { from: chain.hops[0]!.from.id, to: chain.hops.at(-1)!.to.id };
  return (
    <div className="chain">
      <h3>{t.chain(n, chain.length)}</h3>
      <p className={chain.heldTogether ? 'small quiet' : 'small never'}>{heldWords(chain)}</p>
      <ol className="hops">
        {chain.hops.map((hop) => (
          <OneHop key={hop.edge.id} hop={hop} />
        ))}
      </ol>
      {between.length > 0 && (
        <p className="avoid">
          {between.map(({ id, name }) => (
            <button key={id} type="button" onClick={() => setParams({ from: params.get('from') ?? from, to: params.get('to') ?? to, avoid: [...avoid, id].join(',') })}>
              {t.avoidShort(name)}
            </button>
          ))}
        </p>
      )}
    </div>
  );
}

function OneHop({ hop: { from, to, says, edge, beside } }: { hop: Hop }) {
  const sentence = `${from.name} ${says} ${to.name}`; // the API's own has the dates in it
  return (
    <li>
      <Link to={nodePath(from.id)}>{from.name}</Link> {says} <Link to={nodePath(to.id)}>{to.name}</Link>
      {`, ${timeWords(edge)}${edge.basis === 'IMPLIED' ? `, ${t.implied}` : ''} `}
      <FactButton of={edge.id} about={sentence}>
        {common.fact.sources(edge.sources.length)}
      </FactButton>
      {beside.length > 0 && (
        <ul className="small">
          <li>{t.beside(beside.length)}</li>
          {beside.map((each) => (
            <li key={each.id}>
              {`${relationText(each.kind).heading}, ${timeWords(each)} `}
              <FactButton of={each.id} about={`${sentence}: ${relationText(each.kind).heading}`}>
                {common.fact.sources(each.sources.length)}
              </FactButton>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
