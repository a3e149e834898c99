import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react';
import { FACT_OF_EDGE, FACT_OF_NODE } from '../fact/query';
import { claimWords, type NodeParts, type Part, partWords } from '../fact/words';
import { closeFact, nodePath, openFact, useAddress, withParams } from '../lib/address';
import { dateWords } from '../lib/dates';
import { attributeWords, type EdgeAttributes, type EdgeTime, timeWords } from '../lib/edge-words';
import type { Citation, Claim, Correction } from '../lib/facts';
import { KINDS } from '../lib/kinds';
import { Link } from '../lib/link';
import { researchRow } from '../lib/locator';
import { useAnswer } from '../lib/use-answer';
import { capital, common, locatorWords } from '../text/common';
import { fieldWords } from '../text/fields';
import { aside, relationText } from '../text/relations';
import { Failure, Skeleton } from './states';
import { Copyable } from './take-dialogs';

const t = common.fact;

/**
 * Opens the evidence of one fact in the sheet beside the page. `of` is the id of a relationship or a node; a part of a node
 * is `city:berlin/names/2`. The address carries it, so that a fact can be linked to and Back closes it.
 */
export function FactButton({ of, children, about }: { of: string; children: ReactNode; about: string }) {
  return (
    <button type="button" className="asked" onClick={() => openFact(of)} aria-label={t.open(about)} aria-haspopup="dialog">
      {children}
    </button>
  );
}

/** The sheet: which source says so, where in it, in what words. Shown while the address has `fact`. */
export function FactSheet() {
  const { params } = useAddress();
  const fact = params.get('fact');
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (fact && !dialog.current?.open) dialog.current?.showModal();
    if (!fact) dialog.current?.close();
  }, [fact]);
  return (
    <dialog
      ref={dialog}
      className="sheet"
      aria-label={t.title}
      onCancel={(event) => {
        event.preventDefault();
        closeFact();
      }}
      onClick={({ target, currentTarget }) => target === currentTarget && closeFact()}
    >
      <header>
        <h2>{t.title}</h2>
        <button type="button" onClick={closeFact} aria-label={t.close}>
          {common.take.close}
        </button>
      </header>
      {fact && <Fact key={fact} fact={fact} />}
    </dialog>
  );
}

interface EdgeRecord extends EdgeTime, EdgeAttributes {
  id: string;
  kind: string;
  basis: string;
  wording: string | null;
  stint: number;
  from: { id: string; name: string };
  to: { id: string; name: string };
  through: { id: string; name: string } | null;
  onBehalfOf: { id: string; name: string } | null;
  sources: Citation[];
  claims: Claim[];
  corrections: Correction[];
  impliedBy: { id: string; kind: string; from: { name: string }; to: { name: string } }[];
  errorReport: string;
}

interface NodeRecord extends NodeParts {
  id: string;
  name: string;
  sources: Citation[];
  corrections: Correction[];
  errorReport: string;
}

function Fact({ fact }: { fact: string }) {
  const [id, part, index] = fact.split('/') as [string, string?, string?];
  const isNode = KINDS.some(({ prefix }) => id.startsWith(`${prefix}:`));
  const asked = useAnswer<{ edge?: EdgeRecord | null; node?: NodeRecord | null }>({
    query: isNode ? FACT_OF_NODE : FACT_OF_EDGE,
    variables: { id },
  });
  if (asked.state === 'waiting') return <Skeleton lines={5} slow={asked.slow} />;
  if (asked.state === 'failed') return <Failure error={asked.error} again={asked.again} />;
  const { edge, node } = asked.answer.data;
  if (edge) return <EdgeFact edge={edge} />;
  if (node && (!part || partWords(node, part, index))) return <NodeFact node={node} part={part} index={Number(index)} />;
  return <p>{t.gone}</p>;
}

function EdgeFact({ edge }: { edge: EdgeRecord }) {
  const { from, to } = edge;
  return (
    <>
      <p className="said">
        <Link to={nodePath(from.id)}>{from.name}</Link> {relationText(edge.kind).says} <Link to={nodePath(to.id)}>{to.name}</Link>
        {[timeWords(edge), ...attributeWords(edge)].filter(Boolean).map((words) => `, ${words}`).join('')}.
      </p>
      {edge.stint > 1 && <p className="small quiet">{aside.stint(edge.stint)}</p>}
      {edge.wording && <p className="small">{capital(aside.wording(edge.wording))}.</p>}
      {edge.impliedBy.length > 0 && (
        <p className="small">
          {t.impliedBy}{' '}
          {edge.impliedBy.map((each) => (
            <Link key={each.id} to={withParams({ fact: each.id })} onClick={(event) => inPlace(event, each.id)}>
              {`${each.from.name} ${relationText(each.kind).says} ${each.to.name}`}
            </Link>
          ))}
        </p>
      )}
      <Citations all={edge.sources} />
      <Claims all={edge.claims} />
      <Rest id={edge.id} corrections={edge.corrections} report={edge.errorReport} />
    </>
  );
}

/** An ordinary click shows the other evidence in this sheet. */
function inPlace(event: MouseEvent, fact: string) {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  openFact(fact);
}

function NodeFact({ node, part, index }: { node: NodeRecord; part?: string; index: number }) {
  const one = part ? node[part as Part][index] : undefined;
  return (
    <>
      <p className="said">
        <Link to={nodePath(node.id)}>{node.name}</Link>
        {part ? `: ${partWords(node, part, String(index))}` : ''}
      </p>
      <Citations all={one?.sources ?? node.sources} />
      {!one && <Claims all={node.claims} />}
      <Rest id={node.id} corrections={node.corrections} report={node.errorReport} />
    </>
  );
}

/** Each citation: source, place in it, whether it says so or only implies it. */
export function Citations({ all }: { all: Citation[] }) {
  if (all.length === 0) return <p className="quiet">{t.noSource}</p>;
  return (
    <ul className="citations">
      {all.map(({ source, locator, basis }, i) => (
        <li key={i}>
          <cite lang={source.language ?? undefined}>{source.name}</cite>
          <span className="small quiet">
            {[source.publisher, source.published && t.published(dateWords(source.published)), source.retrieved && t.read(dateWords(source.retrieved))]
              .filter(Boolean)
              .join(' · ')}
          </span>
          <Where locator={locator} />
          <span className="small quiet">{basis === 'IMPLIED' ? t.implied : researchRow(locator) ? t.readStated : t.stated}</span>
          <span className="small links">
            {source.url ? (
              <a href={source.url} rel="noopener noreferrer" target="_blank">
                {t.openSource}
              </a>
            ) : (
              <span className="quiet">{t.noAddress}</span>
            )}
            <Link to={nodePath(source.id)}>{t.sourcePage}</Link>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The place in the source; where none is recorded, the row of the research that it was read into. */
function Where({ locator }: { locator: string }) {
  const read = researchRow(locator);
  return (
    <span className="small">
      {read ? t.research : t.place}: <code>{read ? t.researchRow(read.table, read.row) : locator}</code>
      {read && `; ${t.noPlace}`}
    </span>
  );
}

function Claims({ all }: { all: Claim[] }) {
  if (all.length === 0) return null;
  return (
    <>
      <h3>{t.claims}</h3>
      <dl className="claims small">
        {all.map(({ field, value, sources }, i) => (
          <div key={i}>
            <dt>{capital(fieldWords(field))}</dt>
            <dd>
              {claimWords(value)} <span className="quiet">({sources.map(({ source, locator }) => `${source.name}, ${locatorWords(locator)}`).join('; ')})</span>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Rest({ id, corrections, report }: { id: string; corrections: Correction[]; report: string }) {
  return (
    <>
      <Corrections all={corrections} />
      <p className="small quiet">
        {t.id}: <code>{id}</code>
      </p>
      <ErrorReport report={report} />
    </>
  );
}

/** What the record said before, and why that was changed. */
export function Corrections({ all }: { all: Correction[] }) {
  if (all.length === 0) return null;
  return (
    <>
      <h3>{t.corrections}</h3>
      <ul className="small">
        {all.map(({ date, was, is, why }, i) => (
          <li key={i}>
            {dateWords(date)}: {t.correction(was, is, why)}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The text of a report, ready to be filled in. */
export function ErrorReport({ report }: { report: string }) {
  return (
    <details className="report">
      <summary>{t.report}</summary>
      <p className="small">{t.reportText}</p>
      <Copyable label={t.report} text={report} />
    </details>
  );
}
