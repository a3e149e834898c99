import { Suspense } from 'react';
import { retrying } from '../../lib/retrying';
import { Guard } from '../../parts/guard';
import { map as t } from '../../text/map';
import type { Entity } from './types';

const SmallMap = retrying(() => import('../map/small-map'));
const ROSTER = ['MEMBER_OF', 'SIGNED', 'TOOK_PART_IN'];
const NOT_COUNTED = ['ASSOCIATE', 'SPONSOR', 'AWARDED', 'ASSESSED', 'MOTION_OF_SUPPORT'];

/** Where a city lies, or where the cities of a group do; nothing where no point is recorded. */
export function MapSlot({ node }: { node: Entity }) {
  const shown = node.kind === 'CITY' ? itself(node) : members(node);
  if (!shown || shown.places.length === 0) return null;
  return (
    <Guard instead={null}>
      <figure aria-labelledby="small-map">
        <h2 id="small-map">{t.small.title}</h2>
        <Suspense fallback={<div className="bone" style={{ height: 320 }} />}>
          <SmallMap {...shown} />
        </Suspense>
      </figure>
    </Guard>
  );
}

function itself({ id, name, country, latitude, longitude }: Entity) {
  if (latitude == null || longitude == null) return null;
  return { places: [{ id, name, country: country ?? null, latitude, longitude, possible: false }], sentence: t.small.where(name), to: `/map?select=${id}` };
}

function members({ id, relations }: Entity) {
  const roster = relations.edges.filter(({ kind, direction, role, node }) => ROSTER.includes(kind) && direction === 'IN' && node.kind === 'CITY' && !NOT_COUNTED.includes(role ?? ''));
  const cities = [...new Map(roster.map(({ node }) => [node.id, node])).values()];
  const places = cities.flatMap(({ latitude, longitude, country, ...city }) =>
    latitude == null || longitude == null ? [] : [{ id: city.id, name: city.name, country: country ?? null, latitude, longitude, possible: false }],
  );
  return { places, sentence: t.small.members(places.length, cities.length), to: `/map?layer=${id}` };
}
