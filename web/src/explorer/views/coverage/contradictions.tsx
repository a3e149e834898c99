import { useState } from 'react';
import { nodePath, useAddress } from '../../lib/address';
import type { Answer, Question } from '../../lib/ask';
import { type Citation, sourcesCell, sourcesOf } from '../../lib/facts';
import { Link } from '../../lib/link';
import { useAnswer } from '../../lib/use-answer';
import { useWidth } from '../../lib/use-width';
import { Choices } from '../../parts/choices';
import { FactButton } from '../../parts/fact-sheet';
import { SourceList } from '../../parts/source-list';
import { Failure, Skeleton } from '../../parts/states';
import { TakeRow } from '../../parts/take-row';
import type { Take } from '../../take/types';
import { capital, common, locatorWords } from '../../text/common';
import { coverage as t } from '../../text/coverage';
import { aboutWords, asideWords, contradictionSentence, fieldName, type NumberRow, numberRows, ordered, sideWords, SORTS } from './disagree';
import { NumbersDrawing, numbersHeight } from './numbers';
import { CONTRADICTIONS } from './query';
import type { Contradiction, ContradictionData, Side } from './types';

const c = t.contradictions;

/** What sources do not agree on, side by side. */
export function Contradictions() {
  const { params, embed } = useAddress();
  const wanted = (params.get('sort') ?? '').toUpperCase();
  const sort = SORTS.find((each) => each === wanted) ?? '';
  const question: Question = { query: CONTRADICTIONS, variables: { sorts: sort ? [sort] : null } };
  const asked = useAnswer<ContradictionData>(question);
  return (
    <>
      {!embed && <Choices label={c.sorts} name="sort" chosen={sort.toLowerCase()} all={SORTS.map((each) => [each.toLowerCase(), c.sort[each]!])} />}
      {asked.state === 'waiting' && <Skeleton lines={16} slow={asked.slow} />}
      {asked.state === 'failed' && <Failure error={asked.error} again={asked.again} />}
      {asked.state === 'ready' && <Shown answer={asked.answer} question={question} />}
    </>
  );
}

function Shown({ answer, question }: { answer: Answer<ContradictionData>; question: Question }) {
  const { embed } = useAddress();
  const [ref, width] = useWidth<HTMLElement>();
  const { assumptions, list } = answer.data.contradictions;
  const all = ordered(list.edges.map(({ node }) => node));
  const rows = numberRows(all);
  const sentence = contradictionSentence(all);
  const height = numbersHeight(rows, width);
  return (
    <>
      <p className="lead">{sentence}</p>
      {!embed && all.length > 0 && <TakeRow take={takeOf(all, rows, sentence, assumptions.sentence, question)} />}
      {rows.length > 0 && (
        <figure ref={ref}>
          <svg role="img" aria-label={c.picture(rows.length)} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
            {width > 0 && <NumbersDrawing rows={rows} width={width} />}
          </svg>
          <figcaption className="small quiet">
            {c.joined} {rows.length < all.length && `${capital(c.pictureMore(all.length - rows.length))}.`}
          </figcaption>
        </figure>
      )}
      {!embed && all.length > 0 && (
        <section>
          <h2>{c.list}</h2>
          {all.length < list.totalCount && <p className="small quiet">{c.cut(all.length, list.totalCount)}</p>}
          <Clashes all={all} />
        </section>
      )}
      {!embed && <SourceList heading={c.sources} all={sourcesOf(citationsOf(all))} />}
    </>
  );
}

const FIRST = 12;

function Clashes({ all }: { all: Contradiction[] }) {
  const [whole, setWhole] = useState(false);
  return (
    <>
      {(whole ? all : all.slice(0, FIRST)).map((each, i) => (
        <Clash key={i} of={each} />
      ))}
      {!whole && all.length > FIRST && (
        <button type="button" onClick={() => setWhole(true)}>
          {common.table.more(all.length - FIRST)}
        </button>
      )}
    </>
  );
}

function Clash({ of }: { of: Contradiction }) {
  const { node, edge, carried, certainty, oneDocument, sides, sort } = of;
  const about = aboutWords(of);
  return (
    <div className="clash">
      <h3>
        {node ? <Link to={nodePath(node.id)}>{about}</Link> : about}: {fieldName(of).toLowerCase()}
      </h3>
      <p className="small quiet">
        {[capital(certainty === 'CERTAIN' ? c.exclude : c.maybe), oneDocument && c.oneDocument].filter(Boolean).join('; ')}.{' '}
        {sort === 'FIELD' && (carried ? `${c.record}: ${sideWords(of, { value: carried, qualifier: null })}.` : c.recordSilent)}{' '}
        <FactButton of={node?.id ?? edge!.id} about={`${about}: ${fieldName(of)}`}>
          {c.evidence}
        </FactButton>
      </p>
      <ul className="sides">
        {sides.map((side, i) => (
          <SideCard key={i} of={of} side={side} />
        ))}
      </ul>
    </div>
  );
}

function SideCard({ of, side }: { of: Contradiction; side: Side }) {
  const beside = asideWords(of, side);
  return (
    <li>
      <strong>{sideWords(of, side)}</strong>
      {beside.length > 0 && <span className="small">{beside.join(', ')}</span>}
      <Sayings all={side.sources.slice(0, NAMED)} />
      {side.sources.length > NAMED && (
        <details>
          <summary className="small">{c.more(side.sources.length - NAMED)}</summary>
          <Sayings all={side.sources.slice(NAMED)} />
        </details>
      )}
    </li>
  );
}

/** How many sources of one value stand there at once. */
const NAMED = 2;

function Sayings({ all }: { all: Citation[] }) {
  return (
    <ul className="small quiet">
      {all.map(({ source, locator }, i) => (
        <li key={i}>
          <Link to={nodePath(source.id)} lang={source.language ?? undefined}>
            {source.publisher ?? source.name}
          </Link>
          {`, ${locatorWords(locator)}`}
        </li>
      ))}
    </ul>
  );
}

const COLUMNS = ['id', 'about', 'sort', 'certainty', 'oneDocument', 'field', 'carried', 'value', 'qualifier', 'date', 'roster', 'basis', 'sources'];
const lower = (value: string | null) => value?.toLowerCase();

/** One row a value. */
function takeOf(all: Contradiction[], rows: NumberRow[], sentence: string, assumed: string, question: Question): Take {
  return {
    file: t.file.contradictions,
    title: t.titleContradictions,
    sentence,
    date: t.date,
    universe: c.universe(assumed),
    sources: sourcesOf(citationsOf(all)),
    question,
    table: {
      columns: COLUMNS,
      rows: all.flatMap((each) =>
        each.sides.map((side) => [
          each.node?.id ?? each.edge?.id, aboutWords(each), lower(each.sort), lower(each.certainty), String(each.oneDocument), each.field, each.carried, side.value,
          lower(side.qualifier), side.date, String(side.roster), lower(side.basis), sourcesCell(side.sources),
        ]),
      ), // prettier-ignore
    },
    draw: rows.length ? (width) => <Picture rows={rows} left={all.length - rows.length} width={width} /> : undefined,
    embed: true,
  };
}

function Picture({ rows, left, width }: { rows: NumberRow[]; left: number; width: number }) {
  const height = numbersHeight(rows, width);
  return (
    <svg viewBox={`0 0 ${width} ${height + (left ? 24 : 0)}`}>
      <NumbersDrawing rows={rows} width={width} />
      {left > 0 && <text className="coverage-tick" x={0} y={height + 18}>{c.pictureMore(left)}</text>}
    </svg>
  );
}

function citationsOf(all: Contradiction[]): Citation[] {
  return all.flatMap(({ sides }) => sides.flatMap(({ sources }) => sources));
}
