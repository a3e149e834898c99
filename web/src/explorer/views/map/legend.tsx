import type { ReactElement } from 'react';
import type { KeyEntry } from '../../parts/picture-key';
import { number } from '../../text/common';
import { map as t } from '../../text/map';
import { belongs, radius, type Scene } from './scene';

interface Entry {
  name: string;
  n: number;
  /** Centred on 0, 0. */
  mark: ReactElement;
}

/** What the marks mean, with how many there are of each in the frame. */
function marksOf({ spots }: Scene, layered: boolean, dated: boolean): Entry[] {
  const mine = spots.filter((spot) => belongs(spot, layered));
  const possible = mine.filter(({ layer, certain }) => (layered ? layer!.holdsOn === 'POSSIBLE' : certain === 0)).length;
  return [
    { name: layered ? t.legend.member : t.legend.city, n: mine.length - possible, mark: <circle className="map-city" r="5" /> },
    ...(dated ? [{ name: t.legend.possible, n: possible, mark: <circle className="map-possible" r="5" fill="none" /> }] : []),
    { name: layered ? t.legend.otherThanMember : t.legend.other, n: spots.length - mine.length, mark: <circle className="map-other" r="3" /> },
  ];
}

/** Numbers of memberships whose areas are shown for comparison. */
function sizesOf({ spots, frame }: Scene): { n: number; r: number }[] {
  const most = Math.max(1, ...spots.map(({ all }) => all));
  return most < 2 ? [] : [...new Set([1, Math.ceil(most / 2), most])].map((n) => ({ n, r: radius(n, frame) }));
}

/** The key under the map on the page. */
export function Legend({ scene, layered, dated }: { scene: Scene; layered: boolean; dated: boolean }) {
  const sizes = sizesOf(scene);
  return (
    <span className="map-legend small">
      {marksOf(scene, layered, dated).map(({ name, n, mark }) => (
        <span key={name} className="map-key">
          <svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true">
            {mark}
          </svg>
          {name} <span className="quiet figures">{number(n)}</span>
        </span>
      ))}
      {sizes.length > 0 && (
        <span className="map-key">
          {t.legend.sizes}
          {sizes.map(({ n, r }) => (
            <span key={n} className="map-key">
              <svg width={2 * r + 2} height={2 * r + 2} viewBox={`${-r - 1} ${-r - 1} ${2 * r + 2} ${2 * r + 2}`} aria-hidden="true">
                <circle className="map-size" r={r} />
              </svg>
              {number(n)}
            </span>
          ))}
        </span>
      )}
    </span>
  );
}

/** The same key for a file. */
export function keyOf(scene: Scene, layered: boolean, dated: boolean): KeyEntry[] {
  const centred = (mark: ReactElement) => <g transform="translate(12 7)">{mark}</g>;
  return [
    ...marksOf(scene, layered, dated).map(({ name, n, mark }) => ({ label: `${name}: ${number(n)}`, mark: centred(mark) })),
    ...sizesOf(scene).map(({ n, r }) => ({ label: t.legend.size(n), mark: centred(<circle className="map-size" r={r} />) })),
  ];
}
