import { relations, relationText } from '../../text/relations';
import { span } from '../../lib/dates';
import { holding } from '../../lib/holding';
import type { Relation } from './types';

/** Relationships of one kind, read from one side. */
export interface RelationGroup {
  key: string;
  kind: string;
  back: boolean;
  heading: string;
  /** Between the page's node and the names of the group: "is a member of". */
  says: string;
  relations: Relation[];
}

const order = Object.keys(relations);

/** By kind in the order of the vocabulary, outgoing first; within a group by what is earliest, the undated last by name. */
export function groupsOf(all: Relation[]): RelationGroup[] {
  const groups = new Map<string, RelationGroup>();
  for (const relation of all) {
    const text = relationText(relation.kind);
    const back = relation.direction === 'IN';
    const key = `${relation.kind}-${back ? 'in' : 'out'}`;
    const group = groups.get(key) ?? {
      key,
      kind: relation.kind,
      back,
      heading: back ? text.headingBack : text.heading,
      says: back ? text.back : text.says,
      relations: [],
    };
    group.relations.push(relation);
    groups.set(key, group);
  }
  for (const group of groups.values()) group.relations.sort(byTime);
  const place = ({ kind, back }: RelationGroup) => order.indexOf(kind) * 2 + Number(back);
  return [...groups.values()].sort((a, b) => place(a) - place(b));
}

/** The first day on which it can have held, as far as anybody says. */
export function begins(relation: Relation): string {
  const { notBefore, from } = holding(relation);
  const seen = relation.seen.map((each) => span(each).earliest ?? '9999').sort();
  return notBefore ?? from ?? seen[0] ?? '9999';
}

function byTime(a: Relation, b: Relation): number {
  return begins(a).localeCompare(begins(b)) || a.node.name.localeCompare(b.node.name, 'en');
}
