import { Link } from '../../lib/link';
import { useWidth } from '../../lib/use-width';
import { map as t } from '../../text/map';
import { useAtlas } from './atlas';
import { frameOf, inEurope, type Where } from './frame';
import './map.css';
import { MapDrawing } from './map-drawing';
import { sceneOf, type Spot } from './scene';

export interface SmallMapProps {
  /** The places; one alone is named in any case. */
  places: (Where & { id: string; name: string; country: string | null; possible: boolean })[];
  /** What is to be seen, in a sentence. */
  sentence: string;
  /** The larger map of the same. */
  to: string;
}

/** Far ends of the first frame: a place alone is shown among them, so that it is known where it lies. */
const AROUND: Where[] = [
  { longitude: -9.14, latitude: 38.72 },
  { longitude: -6.26, latitude: 53.35 },
  { longitude: 18.96, latitude: 68.4 },
  { longitude: 30.5, latitude: 50.45 },
  { longitude: 25.1, latitude: 35.3 },
];

/** A map of a few places, beside something else. */
export default function SmallMap({ places, sentence, to }: SmallMapProps) {
  const [box, width] = useWidth<HTMLDivElement>();
  const { atlas } = useAtlas(true);
  const spots: Spot[] = places.map(({ possible, ...place }) => ({
    ...place, population: 0, all: 1, certain: possible ? 0 : 1, layer: null,
  })); // prettier-ignore
  const near = spots.filter(inEurope);
  const world = near.length === 0;
  const frame = frameOf(places.length > 1 ? near : [...AROUND, ...near], width || 400, { world, tall: 0.85 });
  const scene = sceneOf(spots, frame, atlas, places.length === 1 ? places[0]!.id : null, false);
  return (
    <>
      <div ref={box} className="map-frame" style={{ aspectRatio: `${frame.width} / ${frame.height}` }}>
        {width > 0 && <MapDrawing scene={scene} layered={false} select={null} label={t.label(sentence)} />}
      </div>
      <p className="small">
        {sentence} <Link to={to}>{t.small.more}</Link>
      </p>
    </>
  );
}
