import { useEffect, useId, useState } from 'react';
import { address, go, nodePath, useAddress } from '../../lib/address';
import type { Answer, Question } from '../../lib/ask';
import { dateWords } from '../../lib/dates';
import { sourcesOf } from '../../lib/facts';
import { kindLook } from '../../lib/kinds';
import { Link } from '../../lib/link';
import { useTitle } from '../../lib/title';
import { useAnswer } from '../../lib/use-answer';
import { useWidth } from '../../lib/use-width';
import { Corrections, ErrorReport, FactButton } from '../../parts/fact-sheet';
import { Mark } from '../../parts/mark';
import { Empty, Failure, Skeleton } from '../../parts/states';
import { TakeRow } from '../../parts/take-row';
import { type Hit, ranked } from '../../search/hits';
import { SEARCH, SEARCHED } from '../../search/query';
import { capital, common, country, language } from '../../text/common';
import { entity as t } from '../../text/entity';
import { fieldWords, valueWords } from '../../text/fields';
import { contradictionsOf } from './contradictions';
import { Disagreements } from './disagreement-box';
import { elsewhere } from './elsewhere';
import { type Ego, layoutEgo } from './ego';
import './entity.css';
import { Facts, Figures, Names } from './facts';
import { groupsOf, type RelationGroup } from './groups';
import { idAt } from './id-at';
import { lead } from './lead';
import { MapSlot } from './map-slot';
import { otherNames } from './names';
import { EgoDrawing, egoCaption, measureEgo, measureStrip, StripDrawing } from './picture';
import { ENTITY, REDIRECT } from './query';
import { Relations } from './relations';
import { layoutStrip } from './strip';
import { citationsOf, takeOf } from './take';
import type { Entity, EntityData } from './types';

/** The page of one node of any kind. */
export default function EntityPage() {
  const { path } = useAddress();
  const id = idAt(path);
  const question: Question = { query: ENTITY, variables: { id } };
  const asked = useAnswer<EntityData>(question);
  if (asked.state === 'waiting') return <Skeleton page lines={16} slow={asked.slow} />;
  if (asked.state === 'failed') return ['invalid', 'not_found'].includes(asked.error.code) ? <Missing id={id} /> : <Failure page error={asked.error} again={asked.again} />;
  const { node } = asked.answer.data;
  return node ? <Whole key={node.id} node={node} answer={asked.answer} question={question} /> : <Missing id={id} />;
}

/** That an old id led here, told only where the API says so: the address may claim anything. */
function CameBy({ from, to }: { from: string; to: string }) {
  const asked = useAnswer<{ node: { id: string } | null }>(/^[a-z]+:[a-z0-9-]+$/.test(from) ? { query: REDIRECT, variables: { id: from } } : null);
  const redirect = asked.state === 'ready' ? asked.answer.redirects.find((each) => each.from === from && each.to === to) : undefined;
  return redirect ? <p className="notice small">{t.redirected(redirect.from, dateWords(redirect.date), redirect.reason)}</p> : null;
}

function Missing({ id }: { id: string }) {
  useTitle(t.missing(id));
  return (
    <>
      <h1>{t.missing(id)}</h1>
      <p>{t.missingText}</p>
      <Similar id={id} />
    </>
  );
}

/** Records whose name is like the id that nothing has, for who mistyped it. */
function Similar({ id }: { id: string }) {
  const text = id.slice(id.indexOf(':') + 1).replace(/[^\p{L}\p{N}]+/gu, ' ').trim().slice(0, 100); // prettier-ignore
  const asked = useAnswer<{ hits: Hit[]; sources: Hit[] }>(text ? { query: SEARCH, variables: { text, kinds: SEARCHED, sources: 2 } } : null);
  const hits = asked.state === 'ready' ? [...ranked(asked.answer.data.hits, text), ...asked.answer.data.sources].slice(0, 6) : [];
  if (hits.length === 0) return null;
  return (
    <section aria-labelledby="similar">
      <h2 id="similar">{t.similar}</h2>
      <ul>
        {hits.map(({ node }) => (
          <li key={node.id}>
            <Mark kind={node.kind} /> <Link to={nodePath(node.id)}>{node.name}</Link> <span className="quiet">{node.country ? country(node.country) : kindLook(node.kind).one}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface Shown {
  node: Entity;
  answer: Answer<EntityData>;
  question: Question;
}

function Whole({ node, answer, question }: Shown) {
  useTitle(node.name);
  const redirect = answer.redirects.find(({ to }) => to === node.id);
  useEffect(() => {
    // The address tells the id in use; the page says where it came from.
    if (redirect && !address().params.has('from')) go(`${nodePath(node.id)}?from=${redirect.from}`, { replace: true });
  }, [node.id, redirect]);
  const { params, embed } = useAddress();
  const groups = groupsOf(node.relations.edges);
  const { own, disputed } = contradictionsOf(answer.data);
  const sentence = lead(node, groups, own);
  const today = new Date().toISOString().slice(0, 10);
  const cut = node.relations.edges.length < node.relations.totalCount;
  if (embed) return <Framed node={node} groups={groups} sentence={sentence} today={today} />;
  return (
    <article className="entity">
      <header>
        <Title node={node} />
        {redirect && <p className="notice small">{t.redirected(redirect.from, dateWords(redirect.date), redirect.reason)}</p>}
        {!redirect && <CameBy from={params.get('from') ?? ''} to={node.id} />}
        <p className="lead">{sentence}</p>
        <TakeRow take={takeOf(node, own, groups, sentence, question, today)} />
        <Views node={node} />
      </header>
      <aside className="pictures">
        <Pictures node={node} groups={groups} today={today} />
        <MapSlot node={node} />
      </aside>
      <div className="columns">
        <Disagreements node={node} contradictions={own} />
        {groups.length > 0 && <Relations node={node} groups={groups} disputed={disputed} />}
        {groups.length === 0 && <Empty>{node.kind === 'SOURCE' ? t.sourceNone : t.none}</Empty>}
        {cut && <p className="notice">{t.cut(node.relations.edges.length, node.relations.totalCount)}</p>}
        <Facts node={node} disputes={own} />
        <Names node={node} />
        <Figures node={node} />
        <Remarks node={node} />
        <Sources node={node} />
        <Corrections all={node.corrections} />
        <p className="small quiet">
          {common.fact.id}: <code>{node.id}</code>
        </p>
        <ErrorReport report={node.errorReport} />
      </div>
    </article>
  );
}

/** The way to the other views about this record. */
function Views({ node }: { node: Entity }) {
  const views = elsewhere(node);
  if (views.length === 0) return null;
  return (
    <nav className="elsewhere small" aria-label={t.elsewhere.label}>
      <ul>
        {views.map(({ text, to }) => (
          <li key={to}>
            <Link to={to}>{text}</Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** How many other names stand under the title. */
const TITLED = 4;

function Title({ node }: { node: Entity }) {
  const look = kindLook(node.kind);
  const where = node.country && country(node.country);
  const names = otherNames(node);
  return (
    <>
      <p className="kind quiet">
        <Mark kind={node.kind} size={16} />
        {[capital(look.one), node.placeType && node.placeType !== 'MUNICIPALITY' && valueWords(node.placeType), where].filter(Boolean).join(' · ')}
      </p>
      <h1>{node.name}</h1>
      {names.length > 0 && (
        <p className="othernames">
          {names.slice(0, TITLED).map(({ text, lang }, i) => (
            <span key={i}>
              <span lang={lang === 'und' ? undefined : lang}>{text}</span>
              {lang !== 'und' && <span className="quiet"> ({language(lang)})</span>}
            </span>
          ))}
          {node.names.length > Math.min(TITLED, names.length) && <a href="#names">{t.allNames(node.names.length)}</a>}
        </p>
      )}
    </>
  );
}

/** The neighbours and their dates, each picture with words for those who do not see it. */
export function Pictures({ node, groups, today }: { node: Entity; groups: RelationGroup[]; today: string }) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const pattern = useId();
  if (groups.length === 0) return null;
  const ego = width ? layoutEgo(node.relations.edges, width, measureEgo) : null;
  const strip = width ? layoutStrip(groups, width, today, measureStrip, node.date) : null;
  return (
    <div ref={ref}>
      {ego && (
        <figure aria-labelledby="picture">
          <h2 id="picture">{t.picture}</h2>
          <svg role="img" aria-label={t.ego.label(node.name, ego.nodes.length)} width={width} height={ego.height} viewBox={`0 0 ${width} ${ego.height}`}>
            <EgoDrawing ego={ego} kind={node.kind} name={node.name} />
          </svg>
          <EgoCaption ego={ego} />
        </figure>
      )}
      {strip && strip.dated > 0 && (
        <figure aria-labelledby="time">
          <h2 id="time">{t.time}</h2>
          <svg role="img" aria-label={t.strip.label(strip.dated)} width={width} height={strip.height} viewBox={`0 0 ${width} ${strip.height}`}>
            <StripDrawing strip={strip} pattern={pattern} />
          </svg>
          <figcaption className="small quiet">
            {t.strip.founded} {strip.undated > 0 && t.strip.undated(strip.undated)}
          </figcaption>
        </figure>
      )}
    </div>
  );
}

function EgoCaption({ ego }: { ego: Ego }) {
  const words = egoCaption(ego);
  return words ? <figcaption className="small quiet">{words}</figcaption> : null;
}

/** What a frame on another page shows: the title, the sentence, the pictures. */
function Framed({ node, groups, sentence, today }: { node: Entity; groups: RelationGroup[]; sentence: string; today: string }) {
  return (
    <article className="entity">
      <header>
        <p className="kind quiet">
          <Mark kind={node.kind} />
          {capital(kindLook(node.kind).one)}
        </p>
        <h1>
          <Link to={nodePath(node.id)}>{node.name}</Link>
        </h1>
        <p className="lead">{sentence}</p>
      </header>
      <div className="pictures">
        <Pictures node={node} groups={groups} today={today} />
      </div>
    </article>
  );
}

const REMARKS = ['note', 'derivation', 'unnamedParties', 'targetGroups'];

function Remarks({ node }: { node: Entity }) {
  const remarks = node.claims.map((claim, index) => ({ ...claim, index })).filter(({ field }) => REMARKS.includes(field));
  if (remarks.length === 0) return null;
  return (
    <section aria-labelledby="remarks">
      <h2 id="remarks">{t.remarks}</h2>
      <ul className="remarks">
        {remarks.map(({ field, value, index, sources }) => (
          <li key={index}>
            {field !== 'note' && <span className="quiet">{capital(fieldWords(field))}: </span>}
            {value}{' '}
            <FactButton of={`${node.id}/claims/${index}`} about={value}>
              {common.fact.sources(sources.length)}
            </FactButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

const FIRST_SOURCES = 10;

function Sources({ node }: { node: Entity }) {
  const [all, setAll] = useState(false);
  const sources = sourcesOf(citationsOf(node));
  if (sources.length === 0) return null;
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">{t.sources}</h2>
      <ol className="sources small">
        {(all ? sources : sources.slice(0, FIRST_SOURCES)).map(({ id, name, publisher, language: tag }) => (
          <li key={id}>
            <Link to={nodePath(id)} lang={tag ?? undefined}>
              {name}
            </Link>
            {publisher && <span className="quiet"> · {publisher}</span>}
          </li>
        ))}
      </ol>
      {!all && sources.length > FIRST_SOURCES && (
        <button type="button" onClick={() => setAll(true)}>
          {t.more(sources.length - FIRST_SOURCES)}
        </button>
      )}
    </section>
  );
}
