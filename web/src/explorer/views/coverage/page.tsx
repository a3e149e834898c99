import { useId } from 'react';
import { nodePath, setParams, useAddress } from '../../lib/address';
import type { Answer, Question } from '../../lib/ask';
import { sourcesOf } from '../../lib/facts';
import { Link } from '../../lib/link';
import { useTitle } from '../../lib/title';
import { useAnswer } from '../../lib/use-answer';
import { useWidth } from '../../lib/use-width';
import { Choices } from '../../parts/choices';
import { FactButton } from '../../parts/fact-sheet';
import { SourceList } from '../../parts/source-list';
import { Empty, Failure, Skeleton } from '../../parts/states';
import { Table } from '../../parts/table';
import { TakeRow } from '../../parts/take-row';
import { capital, number } from '../../text/common';
import { coverage as t } from '../../text/coverage';
import { Contradictions } from './contradictions';
import './coverage.css';
import { GapsDrawing, gapsHeight } from './drawing';
import { type Gap, gapSentence, gapsOf, placeOf } from './gaps';
import { Thin } from './group';
import { COVERAGE } from './query';
import { citationsOf, reportWords, takeOf } from './take';
import type { CoverageData, CoveredGroup } from './types';

const KINDS = ['NETWORK', 'DECLARATION', 'INITIATIVE', 'EVENT'];

/** What the graph does not know: names and dates that lack, and what sources do not agree on. */
export default function CoveragePage() {
  const { params, embed } = useAddress();
  const contradictions = params.get('show') === 'contradictions';
  useTitle(contradictions ? t.titleContradictions : t.title);
  return (
    <article className="coverage">
      <h1>{contradictions ? t.titleContradictions : t.title}</h1>
      {!embed && <Choices label={t.choose} name="show" chosen={contradictions ? 'contradictions' : 'gaps'} drop={['group', 'kind', 'sort']} all={Object.entries(t.shows)} />}
      {contradictions ? <Contradictions /> : <Gaps />}
    </article>
  );
}

function Gaps() {
  const { params, embed } = useAddress();
  const wanted = (params.get('kind') ?? '').toUpperCase();
  const kind = KINDS.includes(wanted) ? wanted : KINDS[0]!;
  const question: Question = { query: COVERAGE, variables: { kinds: [kind] } };
  const asked = useAnswer<CoverageData>(question);
  const choices = <Choices label={t.kinds} name="kind" chosen={kind.toLowerCase()} drop={['group']} all={KINDS.map((each) => [each.toLowerCase(), capital(t.kind(each))])} />;
  return (
    <>
      {!embed && choices}
      {asked.state === 'waiting' && <Skeleton lines={16} slow={asked.slow} />}
      {asked.state === 'failed' && <Failure error={asked.error} again={asked.again} />}
      {asked.state === 'ready' && <Shown kind={kind} answer={asked.answer} question={question} />}
    </>
  );
}

function Shown({ kind, answer, question }: { kind: string; answer: Answer<CoverageData>; question: Question }) {
  const { params, embed } = useAddress();
  const [ref, width] = useWidth<HTMLElement>();
  const pattern = useId();
  const { assumptions, groups } = answer.data.coverage;
  const gaps = gapsOf(groups.edges);
  const sentence = gapSentence(gaps, kind);
  if (gaps.length === 0) return <Empty>{sentence}</Empty>;
  const height = width ? gapsHeight(gaps, width) : 400;
  const chosen = params.get('group');
  return (
    <>
      <p className="lead">{sentence}</p>
      {!embed && <TakeRow take={takeOf(gaps, kind, sentence, assumptions.sentence, question)} />}
      <figure ref={ref}>
        <svg role="img" aria-label={t.picture(gaps.length)} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
          {width > 0 && <GapsDrawing gaps={gaps} width={width} pattern={pattern} />}
        </svg>
        <figcaption className="small quiet">
          <p>{t.note}</p>
        </figcaption>
      </figure>
      {!embed && (
        <>
          <GapsTable gaps={gaps} />
          {chosen && <Thin key={chosen} id={chosen} />}
          <section>
            <h2>{t.help}</h2>
            <p>{t.helpText}</p>
            <p className="small quiet">{t.warning}</p>
          </section>
          <SourceList heading={t.sources} all={sourcesOf(gaps.flatMap(({ group }) => citationsOf(group)))} />
        </>
      )}
    </>
  );
}

function GapsTable({ gaps }: { gaps: Gap[] }) {
  const c = t.columns;
  const lists = ({ group: { rosters } }: Gap) => {
    const of = (status: string) => rosters.filter((each) => each.status === status).length;
    return t.lists(of('COMPLETE'), of('PARTIAL'), of('UNKNOWN'));
  };
  return (
    <Table
      what={t.table}
      rows={gaps}
      rowKey={({ group }) => group.node.id}
      first={12}
      columns={[
        { label: c.group, cell: ({ group }) => <Link to={nodePath(group.node.id)}>{group.node.name}</Link> },
        { label: c.recorded, number: true, cell: ({ group }) => t.then(group.members, group.atMost) },
        { label: c.reported, cell: (gap) => <Reported gap={gap} /> },
        { label: c.then, number: true, cell: ({ report }) => (report ? t.then(report.members!, report.atMost!) : '') },
        { label: c.missing, number: true, cell: ({ report }) => (report ? (report.missing === null ? t.unknown : number(report.missing)) : '') },
        { label: c.withoutBeginning, number: true, cell: ({ group }) => number(group.withoutBeginning) },
        { label: c.withoutDate, number: true, cell: ({ group }) => <Which group={group} n={group.withoutDate.totalCount} label={t.withoutDateOf} /> },
        { label: c.single, number: true, cell: ({ group }) => <Which group={group} n={group.singleSource.totalCount} label={t.singleOf} /> },
        { label: c.lists, cell: lists },
      ]}
    />
  );
}

function Reported({ gap }: { gap: Gap }) {
  const { report, group } = gap;
  const words = reportWords(gap);
  const place = report ? placeOf(report.figure, group.node.figures) : -1;
  if (place < 0) return <span className="quiet">{words}</span>;
  return (
    <FactButton of={`${group.node.id}/figures/${place}`} about={`${group.node.name}: ${words}`}>
      {words}
    </FactButton>
  );
}

/** A number of facts that shows which they are. */
function Which({ group: { node }, n, label }: { group: CoveredGroup; n: number; label: (n: number, name: string) => string }) {
  if (n === 0) return number(n);
  return (
    <button type="button" className="asked" aria-label={label(n, node.name)} onClick={() => setParams({ group: node.id })}>
      {number(n)}
    </button>
  );
}
