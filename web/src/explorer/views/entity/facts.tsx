import type { ReactNode } from 'react';
import { dateWords } from '../../lib/dates';
import { FactButton } from '../../parts/fact-sheet';
import { capital, common, country, language, number } from '../../text/common';
import { entity as t } from '../../text/entity';
import { fieldWords, measureHeading, valueWords } from '../../text/fields';
import { qualifiers } from '../../text/relations';
import { clashing } from './lead';
import type { Contradiction, Entity } from './types';

interface Fact {
  field: string;
  value: ReactNode;
  /** The record or claim whose evidence it is. */
  of: string;
}

/** The node's own values, each with a claim's evidence where one names it, else with the node's. */
export function factsOf(node: Entity, disputes: Contradiction[]): Fact[] {
  const of = (field: string) => {
    const claim = node.claims.findIndex((each) => each.field === field);
    return claim < 0 ? node.id : `${node.id}/claims/${claim}`;
  };
  const day = (field: string, date: string | null | undefined) => {
    const { values } = clashing(field, disputes);
    return values.length > 1 ? t.disputedValue(values.map(dateWords)) : date && dateWords(date); // prettier-ignore
  };
  const all: [string, ReactNode][] = [
    ['placeType', node.placeType && valueWords(node.placeType)],
    ['country', node.country && country(node.country)],
    ['population', node.population && number(node.population)],
    ['latitude', node.latitude && `${number(node.latitude)}°`],
    ['longitude', node.longitude && `${number(node.longitude)}°`],
    ['form', (node.declarationForm ?? node.organizationForm ?? node.initiativeForm) && valueWords((node.declarationForm ?? node.organizationForm ?? node.initiativeForm)!)],
    ['foundingDate', day('foundingDate', node.foundingDate)],
    ['adopted', day('adopted', node.adopted)],
    ['published', day('published', node.published)],
    ['fileAsOf', node.fileAsOf && dateWords(node.fileAsOf)],
    ['status', node.status && valueWords(node.status)],
    ['started', day('started', node.started)],
    ['ended', day('ended', node.ended)],
    ['date', day('date', node.held)],
    ['homepage', node.homepage && <Outside url={node.homepage} />],
    ['publisher', node.publisher],
    ['authors', node.authors],
    ['language', node.language && language(node.language)],
    ['retrieved', node.retrieved && dateWords(node.retrieved)],
    ['url', node.url && <Outside url={node.url} />],
    ['file', node.file],
  ];
  return all.filter(([, value]) => value).map(([field, value]) => ({ field, value, of: of(field) }));
}

function Outside({ url }: { url: string }) {
  return (
    <a href={url} rel="noopener noreferrer" target="_blank">
      {url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}
    </a>
  );
}

export function Facts({ node, disputes }: { node: Entity; disputes: Contradiction[] }) {
  const facts = factsOf(node, disputes);
  if (facts.length === 0) return null;
  const isSource = node.kind === 'SOURCE'; // it is not told by sources itself
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{t.facts}</h2>
      <dl className="facts">
        {facts.map(({ field, value, of }) => (
          <div key={field}>
            <dt>{capital(fieldWords(field))}</dt>
            <dd>
              {value} {!isSource && <FactButton of={of} about={fieldWords(field)}>{t.columns.source.toLowerCase()}</FactButton>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Every other name with language and kind. */
export function Names({ node }: { node: Entity }) {
  if (node.names.length === 0) return null;
  return (
    <section aria-labelledby="names">
      <h2 id="names">{t.names}</h2>
      <ul className="names">
        {node.names.map(({ text, lang, kind, sources }, i) => (
          <li key={i}>
            <span lang={lang === 'und' ? undefined : lang}>{text}</span>{' '}
            <span className="small quiet">
              {language(lang)}, {valueWords(kind)}
            </span>{' '}
            <FactButton of={`${node.id}/names/${i}`} about={text}>
              {common.fact.sources(sources.length)}
            </FactButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Reported numbers and lists, side by side as sources give them. */
export function Figures({ node }: { node: Entity }) {
  const { figures, rosters } = node;
  return (
    <>
      {figures.length > 0 && (
        <section aria-labelledby="figures">
          <h2 id="figures">{t.figures}</h2>
          <ul className="figures rowlist">
            {figures.map(({ measure, qualifier, value, date, sources }, i) => (
              <li key={i}>
                <span>{date ? dateWords(date) : <span className="quiet">{t.noDate}</span>}</span>
                <span>
                  {qualifiers[qualifier]}
                  <strong>{number(value)}</strong> {measureHeading(measure).toLowerCase()}
                </span>
                <FactButton of={`${node.id}/figures/${i}`} about={`${qualifiers[qualifier]}${number(value)}`}>
                  {common.fact.sources(sources.length)}
                </FactButton>
              </li>
            ))}
          </ul>
        </section>
      )}
      {rosters.length > 0 && (
        <section aria-labelledby="rosters">
          <h2 id="rosters">{t.rosters}</h2>
          <ul className="figures rowlist">
            {rosters.map(({ date, scope, status, count, sources }, i) => (
              <li key={i}>
                <span>{date ? dateWords(date) : <span className="quiet">{t.noDate}</span>}</span>
                <span>
                  <span className={status === 'COMPLETE' ? 'tag' : 'tag possible'}>{t.status[status]}</span> {t.scope(scope)}
                  {count !== null && `, ${number(count)} names`}
                </span>
                <FactButton of={`${node.id}/rosters/${i}`} about={`${t.status[status]}, ${t.scope(scope)}`}>
                  {common.fact.sources(sources.length)}
                </FactButton>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
