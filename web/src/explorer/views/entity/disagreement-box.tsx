import { sourcesOf } from '../../lib/facts';
import { FactButton } from '../../parts/fact-sheet';
import { entity as t } from '../../text/entity';
import { disputeHeading, evidenceOf, sideWords } from './contradictions';
import type { Contradiction, Entity } from './types';

/** Values that sources do not agree on, side by side with who says them. */
export function Disagreements({ node, contradictions }: { node: Entity; contradictions: Contradiction[] }) {
  if (contradictions.length === 0) return null;
  return (
    <section className="disagree" aria-labelledby="disagree">
      <h2 id="disagree">{t.disagree}</h2>
      <p className="small">{t.disagreeText}</p>
      {contradictions.map((each, i) => (
        <div key={i}>
          <h3>{disputeHeading(each)}</h3>
          {each.oneDocument && <p className="small quiet">{t.oneDocument}</p>}
          {each.certainty === 'POSSIBLE' && <p className="small quiet">{t.maybeOtherDays}</p>}
          <ul>
            {each.sides.map((side, j) => (
              <li key={j}>
                <strong>{sideWords(each, side)}</strong>{' '}
                <FactButton of={evidenceOf(node, each, side)} about={`${disputeHeading(each)} ${sideWords(each, side)}`}>
                  {[...new Set(sourcesOf(side.sources).map(({ publisher, name }) => publisher ?? name))].join(', ')}
                </FactButton>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
