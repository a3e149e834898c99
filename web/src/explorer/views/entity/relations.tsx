import { useState } from 'react';
import { nodePath } from '../../lib/address';
import { attributeWords, timeWords } from '../../lib/edge-words';
import { Link } from '../../lib/link';
import { FactButton } from '../../parts/fact-sheet';
import { Mark } from '../../parts/mark';
import { common, number } from '../../text/common';
import { entity as t } from '../../text/entity';
import { aside } from '../../text/relations';
import type { RelationGroup } from './groups';
import type { Entity, Relation } from './types';

/** How many of a group stand before "Show more". */
const FIRST = 12;
/** The relationships as sentences: the page's node, what it does, and each other end with dates in words and its sources. */
export function Relations({ node, groups, disputed }: { node: Entity; groups: RelationGroup[]; disputed: Set<string> }) {
  return (
    <section aria-labelledby="relations" className="relations">
      <h2 id="relations">{t.relations}</h2>
      <p className="small quiet">{t.listHint}</p>
      {groups.map((group) => (
        <Group key={group.key} name={node.name} group={group} disputed={disputed} />
      ))}
    </section>
  );
}

function Group({ name, group, disputed }: { name: string; group: RelationGroup; disputed: Set<string> }) {
  const [all, setAll] = useState(false);
  const { relations, says, key } = group;
  const shown = all ? relations : relations.slice(0, FIRST);
  return (
    <section aria-labelledby={key}>
      <h3 id={key}>
        {name} <em>{says}</em> {relations.length > 1 && <span className="quiet figures">({number(relations.length)})</span>}
      </h3>
      <ul>
        {shown.map((relation) => (
          <Sentence key={relation.id} relation={relation} name={name} says={says} disputed={disputed.has(relation.id)} />
        ))}
      </ul>
      {shown.length < relations.length && (
        <button type="button" onClick={() => setAll(true)}>
          {t.more(relations.length - shown.length)}
        </button>
      )}
    </section>
  );
}

function Sentence({ relation, name, says, disputed }: { relation: Relation; name: string; says: string; disputed: boolean }) {
  const { id, node, basis, sources } = relation;
  const words = [timeWords(relation), ...attributeWords(relation)].filter(Boolean);
  return (
    <li>
      <Mark kind={node.kind} />
      <span>
        <Link to={nodePath(node.id)}>{node.name}</Link>
        <span className="quiet">, {words.join(', ')}</span>
        {basis === 'IMPLIED' && <span className="tag possible">{aside.implied}</span>}
        {disputed && <span className="tag possible">{t.differ}</span>}{' '}
        <FactButton of={id} about={`${name} ${says} ${node.name}`}>
          {common.fact.sources(sources.length)}
        </FactButton>
      </span>
    </li>
  );
}
