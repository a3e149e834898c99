import { Fragment } from 'react';
import { nodePath } from '../../lib/address';
import type { Question } from '../../lib/ask';
import { type Citation, sourcesCell, sourcesOf } from '../../lib/facts';
import type { Cell, Take, TakenTable } from '../../take/types';
import { entity as t } from '../../text/entity';
import { layoutEgo } from './ego';
import type { RelationGroup } from './groups';
import { EgoDrawing, egoCaption, measureEgo, measureStrip, StripDrawing } from './picture';
import { layoutStrip } from './strip';
import type { Contradiction, Entity, Relation } from './types';

/** Columns of the dataset's edge files, with the names of both ends. */
const COLUMNS = [
  'id', 'kind', 'from', 'fromName', 'to', 'toName', 'stint', 'since', 'until', 'seen', 'role', 'section', 'amount', 'currency',
  'amountQualifier', 'amountPer', 'moneyFrom', 'stance', 'office', 'person', 'unit', 'through', 'onBehalfOf', 'wording', 'basis', 'sources',
]; // prettier-ignore

/** All of the page's relationships as they stand in the dataset's files. */
export function relationTable(node: Entity): TakenTable {
  return { columns: COLUMNS, rows: node.relations.edges.map((edge) => row(node, edge)) };
}

function row(node: Entity, edge: Relation): Cell[] {
  const ends = edge.direction === 'IN' ? [edge.node, node] : [node, edge.node];
  // A symmetric relationship is stored once, the smaller id first.
  const [from, to] = edge.direction === 'BOTH' ? ends.sort((a, b) => (a.id < b.id ? -1 : 1)) : ends;
  const text = (value: string | null | undefined) => value?.toLowerCase();
  return [
    edge.id, edge.kind, from!.id, from!.name, to!.id, to!.name, edge.stint, edge.since, edge.until, edge.seen.join('; '), text(edge.role), edge.section,
    edge.amount, edge.currency, text(edge.amountQualifier), text(edge.amountPer), text(edge.moneyFrom), text(edge.stance), edge.office, edge.person,
    edge.unit, edge.through?.id, edge.onBehalfOf?.id, edge.wording, text(edge.basis), sourcesCell(edge.sources),
  ]; // prettier-ignore
}

/** Every citation on the page. */
export function citationsOf(node: Entity): Citation[] {
  const parts = [node, ...node.names, ...node.figures, ...node.rosters, ...node.claims, ...node.relations.edges];
  return parts.flatMap(({ sources }) => sources);
}

/** What the page of a node hands to the button row. */
export function takeOf(node: Entity, contradictions: Contradiction[], groups: RelationGroup[], sentence: string, question: Question, today: string): Take {
  const { relations: _relations, errorReport: _report, ...facts } = node;
  return {
    address: nodePath(node.id), // without what led here
    file: node.id.replace(':', '-'),
    title: node.name,
    sentence,
    date: t.date,
    universe: t.universe(node.relations.totalCount),
    sources: sourcesOf(citationsOf(node)),
    question,
    table: relationTable(node),
    data: { ...facts, contradictions },
    draw: groups.length ? (width) => <Picture node={node} groups={groups} width={width} today={today} /> : undefined,
    embed: true,
  };
}

const HEAD = 34;

/** Both pictures of the page in one file. */
export function Picture({ node, groups, width, today }: { node: Entity; groups: RelationGroup[]; width: number; today: string }) {
  const ego = layoutEgo(node.relations.edges, width, measureEgo);
  const strip = layoutStrip(groups, width, today, measureStrip, node.date);
  const caption = egoCaption(ego);
  const more = caption ? 24 : 0;
  const below = HEAD + ego.height + more;
  const height = strip.dated ? below + HEAD + strip.height + 8 : below;
  return (
    <svg viewBox={`0 0 ${width} ${height}`}>
      <text className="picture-head" x={0} y={20}>{t.picture}</text>
      <g transform={`translate(0 ${HEAD})`}>
        <EgoDrawing ego={ego} kind={node.kind} name={node.name} />
        {caption && <text className="strip-year" x={0} y={ego.height + 14}>{caption}</text>}
      </g>
      {strip.dated > 0 && (
        <Fragment>
          <text className="picture-head" x={0} y={below + 20}>{t.time}</text>
          <g transform={`translate(0 ${below + HEAD})`}>
            <StripDrawing strip={strip} pattern="hatch" />
          </g>
        </Fragment>
      )}
    </svg>
  );
}
