import { certaintyOf, isDay } from '../../lib/day';

/** Everything a reader can choose on the map; all of it stands in the address. */
export interface Chosen {
  /** The id of the group that lies over the map. */
  layer: string | null;
  date: string | null;
  certainty: 'CERTAIN' | 'POSSIBLE';
  /** `europe`, `world`, or a country's code. */
  frame: string;
  select: string | null;
}

export function readChosen(params: URLSearchParams): Chosen {
  const date = params.get('date') ?? '';
  const frame = params.get('frame') ?? 'europe';
  return {
    layer: params.get('layer'),
    date: isDay(date) ? date : null,
    certainty: certaintyOf(params),
    frame: frame === 'world' || /^[A-Z]{2}$/.test(frame) ? frame : 'europe',
    select: params.get('select'),
  };
}
