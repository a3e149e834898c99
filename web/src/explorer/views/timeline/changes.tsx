import { nodePath } from '../../lib/address';
import { dateWords } from '../../lib/dates';
import { timeWords } from '../../lib/edge-words';
import { Link } from '../../lib/link';
import { FactButton } from '../../parts/fact-sheet';
import { common, number } from '../../text/common';
import { timeline as t } from '../../text/timeline';
import { CHANGES } from './model';
import type { BandGroup, Mover } from './types';

/** Of every group, who certainly and possibly joined or left between both days. */
export function WhoCameAndWent({ groups, from, until }: { groups: BandGroup[]; from: string; until: string }) {
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{`${t.changes}, ${dateWords(from)} to ${dateWords(until)}`}</h2>
      <p className="small quiet">{t.changesNote}</p>
      {groups.map(({ group, changes }) =>
        changes ? (
          <div key={group.node.id}>
            <h3>{group.node.name}</h3>
            <div className="changes">
              {CHANGES.map((which) => (
                <Movers key={which} heading={t.change[which]} group={group.node.name} movers={changes[which]} />
              ))}
            </div>
          </div>
        ) : null,
      )}
    </section>
  );
}

const SHOWN = 12;

function Movers({ heading, group, movers }: { heading: string; group: string; movers: Mover[] }) {
  return (
    <div>
      <p className="small">
        <strong>{heading}</strong> <span className="quiet">({number(movers.length)})</span>
      </p>
      {movers.length === 0 && <p className="small quiet">{t.nobody}</p>}
      <Names movers={movers.slice(0, SHOWN)} group={group} />
      {movers.length > SHOWN && (
        <details className="more">
          <summary>{common.table.more(movers.length - SHOWN)}</summary>
          <Names movers={movers.slice(SHOWN)} group={group} />
        </details>
      )}
    </div>
  );
}

function Names({ movers, group }: { movers: Mover[]; group: string }) {
  return (
    <ul className="small">
      {movers.map(({ node, edges }) => (
        <li key={node.id}>
          <Link to={nodePath(node.id)}>{node.name}</Link>{' '}
          {edges.map((edge) => (
            <FactButton key={edge.id} of={edge.id} about={t.mover(node.name, group)}>
              {timeWords(edge)}
            </FactButton>
          ))}
        </li>
      ))}
    </ul>
  );
}
