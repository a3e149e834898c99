import { number } from '../../text/common';
import { map as t } from '../../text/map';
import { belongs, radius, type Scene } from './scene';

/** What marks and areas mean, with how many there are of each in the frame. */
export function Legend({ scene, layered, dated }: { scene: Scene; layered: boolean; dated: boolean }) {
  const { spots, frame } = scene;
  const mine = spots.filter((spot) => belongs(spot, layered));
  const possible = mine.filter(({ layer, certain }) => (layered ? layer!.holdsOn === 'POSSIBLE' : certain === 0)).length;
  const most = Math.max(1, ...spots.map(({ all }) => all));
  const sizes = [...new Set([1, Math.ceil(most / 2), most])];
  return (
    <span className="map-legend small">
      <Key name={layered ? t.legend.member : t.legend.city} n={mine.length - possible} mark="map-city" />
      {dated && <Key name={t.legend.possible} n={possible} mark="map-possible" />}
      <Key name={layered ? t.legend.otherThanMember : t.legend.other} n={spots.length - mine.length} mark="map-other" />
      {most > 1 && (
        <span className="map-key">
          {t.legend.sizes}
          {sizes.map((n) => {
            const r = radius(n, frame);
            return (
              <span key={n} className="map-key">
                <svg width={2 * r + 2} height={2 * r + 2} viewBox={`${-r - 1} ${-r - 1} ${2 * r + 2} ${2 * r + 2}`} aria-hidden="true">
                  <circle className="map-size" r={r} />
                </svg>
                {number(n)}
              </span>
            );
          })}
        </span>
      )}
    </span>
  );
}

function Key({ name, n, mark }: { name: string; n: number; mark: string }) {
  return (
    <span className="map-key">
      <svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true">
        <circle className={mark} r={mark === 'map-other' ? 3 : 5} fill={mark === 'map-possible' ? 'none' : undefined} />
      </svg>
      {name} <span className="quiet figures">{number(n)}</span>
    </span>
  );
}
