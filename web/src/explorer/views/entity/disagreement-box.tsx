import { dateWords } from '../../lib/dates';
import { sourcesOf } from '../../lib/facts';
import { FactButton } from '../../parts/fact-sheet';
import { capital, number } from '../../text/common';
import { entity as t } from '../../text/entity';
import { fieldWords, measureHeading } from '../../text/fields';
import { qualifiers } from '../../text/relations';
import { claimDisagreements, figureDisagreements } from './disagreements';
import type { Entity } from './types';

/** Values that cannot all be true, side by side with who says them. */
export function Disagreements({ node }: { node: Entity }) {
  const claims = claimDisagreements(node.claims);
  const figures = figureDisagreements(node.figures);
  if (claims.length + figures.length === 0) return null;
  return (
    <section className="disagree" aria-labelledby="disagree">
      <h2 id="disagree">{t.disagree}</h2>
      <p className="small">{t.disagreeText}</p>
      {claims.map(({ field, values }) => (
        <div key={field}>
          <h3>{capital(fieldWords(field))}</h3>
          <ul>
            {values.map(({ value, index, sources }) => (
              <li key={index}>
                <strong>{dateWords(value)}</strong>{' '}
                <FactButton of={`${node.id}/claims/${index}`} about={`${fieldWords(field)} ${value}`}>
                  {sourcesOf(sources).map((each) => each.publisher ?? each.name).join(', ')}
                </FactButton>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {figures.map(({ field, values }) => (
        <div key={`${field} ${values[0]!.date}`}>
          <h3>
            {measureHeading(field)}, {dateWords(values[0]!.date!)}
          </h3>
          <ul>
            {values.map(({ qualifier, value, index, sources }) => (
              <li key={index}>
                <strong>
                  {qualifiers[qualifier]}
                  {number(value)}
                </strong>{' '}
                <FactButton of={`${node.id}/figures/${index}`} about={`${qualifiers[qualifier]}${number(value)}`}>
                  {sourcesOf(sources).map((each) => each.publisher ?? each.name).join(', ')}
                </FactButton>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
