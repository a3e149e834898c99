import { nodePath } from '../../lib/address';
import { timeWords } from '../../lib/edge-words';
import { Link } from '../../lib/link';
import { whyPossible } from '../../lib/why-possible';
import { useNarrow } from '../../lib/narrow';
import { FactButton } from '../../parts/fact-sheet';
import { Empty } from '../../parts/states';
import { type Column, Table } from '../../parts/table';
import { capital, common, country } from '../../text/common';
import { overlap as t } from '../../text/overlap';
import { isCertain } from './days';
import { type Evidence, type Group, listed, type Member, type Model } from './model';
import type { Selected } from './state';

const MOST_COLUMNS = 5;

/** Who is shared, and for each group what says so, with its source one step away. */
export function Members({ model, selected, onEverybody }: { model: Model; selected: Selected | null; onEverybody: () => void }) {
  const narrow = useNarrow();
  const rows = listed(model, selected);
  const name = (id: string) => model.groups.find((each) => each.id === id)?.name ?? id;
  const names = selected?.groups.map(name) ?? [];
  const title = !selected ? t.table.title.all : selected.by === 'pair' ? t.table.title.pair(names[0]!, names[1]!) : t.table.title.only(names);
  const groups = model.groups.filter(({ id }) => rows.some(({ evidence }) => evidence.has(id)));
  const columns: Column<Member>[] = [
    { label: t.table.city, cell: ({ id, name: city }) => <Link to={nodePath(id)}>{city}</Link> },
    { label: t.table.country, cell: (row) => (row.country ? country(row.country) : '') },
    ...(groups.length > MOST_COLUMNS
      ? [{ label: t.table.groups, cell: (row: Member) => <All member={row} groups={groups} date={model.date} /> }]
      : groups.map((group) => ({ label: group.name, cell: (row: Member) => <Cell member={row} group={group.id} name={group.name} date={model.date} /> }))),
  ];
  return (
    <section aria-labelledby="ovl-members">
      <div className="headed">
        <h2 id="ovl-members">{title}</h2>
        {selected && (
          <button type="button" onClick={onEverybody}>
            {t.table.everybody}
          </button>
        )}
      </div>
      {rows.length ? <Table what={t.table.what} columns={columns} rows={rows} rowKey={({ id }) => id} first={narrow ? 6 : 20} key={title} /> : <Empty>{t.table.nobody}</Empty>}
    </section>
  );
}

/** All groups of one member in one cell, each on a line, where a column each would be too narrow to read. */
function All({ member, groups, date }: { member: Member; groups: Group[]; date: string | null }) {
  return (
    <ul className="ovl-cells">
      {groups
        .filter(({ id }) => member.evidence.has(id))
        .map(({ id, name }) => (
          <li key={id}>
            {name}: <Cell member={member} group={id} name={name} date={date} />
          </li>
        ))}
    </ul>
  );
}

function Cell({ member, group, name, date }: { member: Member; group: string; name: string; date: string | null }) {
  const all = member.evidence.get(group);
  if (!all) return null;
  return (
    <span className="ovl-cells">
      {all.map((edge) => (
        <One key={edge.id} edge={edge} about={t.table.about(member.name, name)} date={date} />
      ))}
    </span>
  );
}

function One({ edge, about, date }: { edge: Evidence; about: string; date: string | null }) {
  const sources = new Set(edge.sources?.map(({ source }) => source.id));
  return (
    <>
      <span>
        {capital(timeWords(edge))}{' '}
        <FactButton of={edge.id} about={about}>
          {edge.sources ? common.fact.sources(sources.size) : t.table.sourceWord}
        </FactButton>
      </span>
      {date && !isCertain(edge, date) && (
        <span className="ovl-why">
          <span className="tag possible">{t.table.possible}</span> <span className="quiet">{whyPossible(edge, date)}</span>
        </span>
      )}
    </>
  );
}
