import { type Citation, sourcesCell, sourcesOf } from '../../lib/facts';
import type { Take } from '../../take/types';
import { map as t } from '../../text/map';
import type { Atlas } from './atlas';
import type { Loaded, Place } from './load';
import { keyOf } from './legend';
import { MapFigure } from './map-drawing';
import { chosenFrame, sceneOf, type Spot } from './scene';
import type { Chosen } from './state';
import { dateLine } from './words';

const COLUMNS = ['id', 'name', 'country', 'placeType', 'latitude', 'longitude', 'memberships', 'certain', 'networks'];

/** The rows of the table: who belongs first, by number of memberships; places without a point too. */
export function rowsOf({ places, layer }: Loaded): Place[] {
  const n = ({ id, memberships }: Place) => (layer?.ties.has(id) ? 1000 : 0) + new Set(memberships.map(({ node }) => node.id)).size;
  return [...places].sort((a, b) => n(b) - n(a) || a.name.localeCompare(b.name, 'en'));
}

/** What of a place is evidence for what is shown of it. */
export function citationsOf({ id, memberships }: Place, { layer }: Loaded): Citation[] {
  return layer ? (layer.ties.get(id)?.sources ?? []) : memberships.flatMap(({ sources }) => sources);
}

/** Everything that the page shows, to leave with the reader. */
export function takeOf(loaded: Loaded, spots: Spot[], atlas: Atlas | null, chosen: Chosen, sentence: string): Take {
  const { places, layer, question, further } = loaded;
  const lower = (value: string | null) => value?.toLowerCase();
  return {
    file: layer ? `map-${layer.id.replace(':', '-')}` : t.file,
    title: layer ? t.titleOf(layer.name) : t.title,
    sentence,
    date: dateLine(chosen),
    universe: t.universe(places.length),
    sources: sourcesOf(places.flatMap((place) => citationsOf(place, loaded))),
    credits: t.credits,
    question,
    further,
    table: {
      columns: [...COLUMNS, ...(layer ? ['layer', 'holdsOn'] : []), 'sources'],
      rows: rowsOf(loaded).map((place) => {
        const networks = [...new Set(place.memberships.map(({ node }) => node.id))];
        const certain = new Set(place.memberships.filter(({ holdsOn }) => holdsOn !== 'POSSIBLE').map(({ node }) => node.id));
        const tie = layer?.ties.get(place.id);
        return [
          place.id, place.name, place.country, lower(place.placeType), place.latitude, place.longitude, networks.length, certain.size, networks.join('; '),
          ...(layer ? [tie ? layer.id : null, lower(tie?.holdsOn ?? null)] : []), sourcesCell(citationsOf(place, loaded)),
        ]; // prettier-ignore
      }),
    },
    draw: (width) => {
      const scene = sceneOf(spots, chosenFrame(spots, chosen.frame, width, 1.02), atlas, chosen.select, layer !== null);
      return <MapFigure scene={scene} layered={layer !== null} select={chosen.select} entries={keyOf(scene, layer !== null, chosen.date !== null)} />;
    },
    embed: true,
  };
}
