import { useEffect, useRef } from 'react';
import { setParams } from '../../lib/address';
import { timeWords } from '../../lib/edge-words';
import { useAnswer } from '../../lib/use-answer';
import { FactButton } from '../../parts/fact-sheet';
import { Failure, Skeleton } from '../../parts/states';
import { common } from '../../text/common';
import { coverage as t } from '../../text/coverage';
import { relationText } from '../../text/relations';
import { GROUP } from './query';
import type { FactLine, GroupData } from './types';

/** The facts about one group that have no date, or one source alone. */
export function Thin({ id }: { id: string }) {
  const section = useRef<HTMLElement>(null);
  const asked = useAnswer<GroupData>({ query: GROUP, variables: { id } });
  useEffect(() => {
    section.current?.scrollIntoView({ block: 'nearest' });
    section.current?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  }, [asked.state]);
  const edge = asked.state === 'ready' ? asked.answer.data.coverage.groups.edges[0] : undefined;
  return (
    <section className="thin" ref={section}>
      {asked.state === 'waiting' && <Skeleton lines={4} slow={asked.slow} />}
      {asked.state === 'failed' && <Failure error={asked.error} again={asked.again} />}
      {edge && (
        <>
          <div className="headed">
            <h2 tabIndex={-1}>{t.of.title(edge.node.name)}</h2>
            <button type="button" onClick={() => setParams({ group: null })}>
              {t.of.close}
            </button>
          </div>
          <Facts heading={t.of.withoutDate(edge.withoutDate.totalCount)} {...edge.withoutDate} />
          <Facts heading={t.of.single(edge.singleSource.totalCount)} {...edge.singleSource} />
          {edge.withoutDate.totalCount + edge.singleSource.totalCount === 0 && <p>{t.of.none}</p>}
        </>
      )}
    </section>
  );
}

function Facts({ heading, totalCount, edges }: { heading: string; totalCount: number; edges: FactLine[] }) {
  if (totalCount === 0) return null;
  return (
    <>
      <h3>{heading}</h3>
      <ul className="small">
        {edges.map((edge) => {
          const words = `${edge.from.name} ${relationText(edge.kind).says} ${edge.to.name}`;
          return (
            <li key={edge.id}>
              {words}, {timeWords(edge)}{' '}
              <FactButton of={edge.id} about={words}>
                {common.fact.sources(edge.sources.length)}
              </FactButton>
            </li>
          );
        })}
      </ul>
      {edges.length < totalCount && <p className="small quiet">{t.of.cut(edges.length, totalCount)}</p>}
    </>
  );
}
