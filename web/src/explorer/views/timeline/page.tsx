import { useId, useMemo } from 'react';
import { setParams, useAddress } from '../../lib/address';
import type { Answer, Question } from '../../lib/ask';
import { dateWords } from '../../lib/dates';
import { isDay } from '../../lib/day';
import { sourcesOf } from '../../lib/facts';
import { useTitle } from '../../lib/title';
import { useAnswer } from '../../lib/use-answer';
import { useWidth } from '../../lib/use-width';
import { Choices } from '../../parts/choices';
import { FactButton } from '../../parts/fact-sheet';
import { NodeChips } from '../../parts/node-chips';
import { SourceList } from '../../parts/source-list';
import { Empty, Failure, Skeleton } from '../../parts/states';
import { Table } from '../../parts/table';
import { TakeRow } from '../../parts/take-row';
import { common, number } from '../../text/common';
import { timeline as t } from '../../text/timeline';
import { WhoCameAndWent } from './changes';
import { sceneOf, TimelineDrawing } from './drawing';
import { extent, sinceFounding, timelineSentence } from './model';
import { FIRST, TIMELINE } from './query';
import { citationsOf, takeOf } from './take';
import type { BandGroup, Entry, TimelineData } from './types';

const MOST = 12;

/** What the address asks for; what is no day is left out. */
function useChosen() {
  const { params } = useAddress();
  const day = (name: string) => (isDay(params.get(name)) ? params.get(name) : null);
  const of = (params.get('of') ?? '').split(',').filter(Boolean).slice(0, MOST);
  return { of, from: day('from'), until: day('until'), basis: params.get('basis') === 'any' ? 'ANY' : 'STATED' };
}

/** What happened to some records, and how many members the groups among them had. */
export default function TimelinePage() {
  useTitle(t.title);
  const { embed } = useAddress();
  const chosen = useChosen();
  const first = useAnswer<{ networks: { edges: { node: { id: string } }[] } }>(chosen.of.length ? null : { query: FIRST });
  const of = chosen.of.length ? chosen.of : first.state === 'ready' ? first.answer.data.networks.edges.map(({ node }) => node.id) : [];
  const { from, until, basis } = chosen;
  const question: Question = { query: TIMELINE, variables: { of, from, until, basis } };
  const asked = useAnswer<TimelineData>(of.length ? question : null);
  const answer = asked.state === 'ready' ? asked.answer : asked.before;
  const failed = first.state === 'failed' ? first : asked.state === 'failed' ? asked : null;
  const none = of.length === 0 && first.state === 'ready'; // a dataset without networks
  const unknown = asked.state === 'ready' ? of.filter((_, i) => !asked.answer.data.nodes[i]) : [];
  return (
    <article className="timeline">
      <h1>{t.title}</h1>
      {!embed && <Chooser nodes={of.map((id) => ({ id, name: answer?.data.nodes.find((each) => each?.id === id)?.name ?? id }))} />}
      {failed && <Failure error={failed.error} again={failed.again} />}
      {none && <Empty>{t.none}</Empty>}
      {!failed && !answer && !none && <Skeleton lines={16} slow={asked.state === 'waiting' && asked.slow} />}
      {unknown.length > 0 && <p className="notice">{common.unknown(unknown)}</p>}
      {!failed && answer && <Shown answer={answer} question={question} from={from} until={until} />}
    </article>
  );
}

function Chooser({ nodes }: { nodes: { id: string; name: string }[] }) {
  const { from, until, basis } = useChosen();
  const { params } = useAddress();
  return (
    <>
      {!params.get('of') && <p className="small quiet">{t.first}</p>}
      <NodeChips label={t.about} nodes={nodes} most={MOST} least={1} add={t.add} hint={t.addHint} remove={t.remove} onChoose={(ids) => setParams({ of: ids.join(',') })} />
      <div className="fields">
        <Day name="from" label={t.from} value={from} />
        <Day name="until" label={t.until} value={until} />
        {(from || until) && (
          <button type="button" onClick={() => setParams({ from: null, until: null })}>
            {t.always}
          </button>
        )}
        <Choices label={t.basis} name="basis" chosen={basis.toLowerCase()} all={Object.entries(t.basisOf).map(([value, words]) => [value.toLowerCase(), words])} />
      </div>
      {!(from && until) && <p className="small quiet">{t.changesHint}</p>}
    </>
  );
}

function Day({ name, label, value }: { name: string; label: string; value: string | null }) {
  return (
    <label>
      {label}
      {value && <span className="small quiet">{dateWords(value)}</span>}
      <input
        key={value ?? ''}
        type="date"
        defaultValue={value ?? ''}
        onChange={({ target }) => (isDay(target.value) && target.value >= '1800' ? setParams({ [name]: target.value }) : target.value === '' && target.validity.valid && setParams({ [name]: null }))}
      />
    </label>
  );
}

interface ShownProps {
  answer: Answer<TimelineData>;
  question: Question;
  from: string | null;
  until: string | null;
}

function Shown({ answer, question, from, until }: ShownProps) {
  const { embed } = useAddress();
  const [ref, width] = useWidth<HTMLElement>();
  const pattern = useId();
  const data = useMemo(() => sinceFounding(answer.data), [answer]);
  const { timeline } = data;
  const entries = timeline.entries.edges;
  const today = new Date().toISOString().slice(0, 10);
  const days = extent(entries, timeline.groups, from, until, today);
  const sentence = timelineSentence(data, from, until);
  const nothing = entries.length === 0 && timeline.groups.every(({ years }) => years.length === 0);
  const scene = width ? sceneOf(entries, timeline.groups, days, width, today) : null;
  return (
    <>
      <p className="lead">{sentence}</p>
      {!embed && <TakeRow take={takeOf(data, sentence, days, t.date(from, until), question, today)} />}
      {nothing && <Empty>{t.empty}</Empty>}
      <figure ref={ref}>
        {scene && !nothing && (
          <svg role="img" aria-label={t.picture(entries.length, scene.groups.length)} width={width} height={scene.height} viewBox={`0 0 ${width} ${scene.height}`}>
            <TimelineDrawing scene={scene} pattern={pattern} />
          </svg>
        )}
        <figcaption className="small quiet">
          {scene && scene.groups.length > 0 && <p>{t.note}</p>}
          {timeline.excluded.implied > 0 && <p>{t.implied(timeline.excluded.implied)}</p>}
          {timeline.entries.totalCount > entries.length && <p>{t.cut(entries.length, timeline.entries.totalCount)}</p>}
        </figcaption>
      </figure>
      {!embed && (
        <>
          {from && until && timeline.groups.some(({ changes }) => changes) && <WhoCameAndWent groups={timeline.groups} from={from} until={until} />}
          {entries.length > 0 && <Events entries={entries} />}
          <Years groups={timeline.groups} />
          <SourceList heading={t.sources} all={sourcesOf(entries.flatMap(citationsOf))} />
        </>
      )}
    </>
  );
}

function Events({ entries }: { entries: Entry[] }) {
  const c = t.columns;
  return (
    <Table
      what={t.table}
      rows={entries}
      rowKey={(each) => `${each.what} ${each.date} ${each.edge?.id ?? each.node.id}`}
      first={15}
      columns={[
        { label: c.date, cell: ({ date, within }) => `${dateWords(date)}${within === 'POSSIBLE' ? ` (${t.within})` : ''}` },
        { label: c.sentence, cell: ({ sentence }) => sentence },
        {
          label: c.source,
          cell: (each) => (
            <FactButton of={each.edge?.id ?? each.node.id} about={each.sentence}>
              {common.fact.sources(citationsOf(each).length)}
            </FactButton>
          ),
        },
      ]}
    />
  );
}

function Years({ groups }: { groups: BandGroup[] }) {
  const rows = groups.flatMap(({ group, years }) => years.map((each) => ({ ...each, id: group.node.id, name: group.node.name })));
  const c = t.yearsColumns;
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="years">
      <h2 id="years">{t.years}</h2>
      <Table
        what={t.yearsTable}
        rows={rows}
        rowKey={({ id, year }) => `${id} ${year}`}
        first={12}
        columns={[
          { label: c.year, cell: ({ year, name }) => `${year}, ${name}` },
          { label: c.certain, number: true, cell: ({ certain }) => number(certain) },
          { label: c.possible, number: true, cell: ({ possible }) => number(possible) },
        ]}
      />
    </section>
  );
}
