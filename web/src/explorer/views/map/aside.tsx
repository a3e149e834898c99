import { nodePath, setParams } from '../../lib/address';
import { timeWords } from '../../lib/edge-words';
import { Link } from '../../lib/link';
import { FactButton } from '../../parts/fact-sheet';
import { common, country, number } from '../../text/common';
import { map as t } from '../../text/map';
import { network } from '../../text/network';
import { relationText } from '../../text/relations';
import type { Loaded, Place } from './load';
import { belongs, type Scene } from './scene';

/** The chosen city: its memberships on the day, each with dates and sources. */
export function PlaceSheet({ place, loaded }: { place: Place; loaded: Loaded }) {
  const tie = loaded.layer?.ties.get(place.id);
  const ties = [...(tie && tie.kind !== 'MEMBER_OF' ? [{ ...tie, node: loaded.layer! }] : []), ...place.memberships];
  return (
    <section className="map-place" aria-labelledby="map-place" aria-live="polite">
      <button type="button" className="map-close" aria-label={t.sheet.close} onClick={() => setParams({ select: null })}>
        ×
      </button>
      <h2 id="map-place">
        <Link to={nodePath(place.id)}>{place.name}</Link>
      </h2>
      <p className="small quiet">
        {[place.country && country(place.country), t.sheet.memberships(new Set(place.memberships.map(({ node }) => node.id)).size)].filter(Boolean).join(' · ')} ·{' '}
        <Link to={`/network?from=${place.id}`}>{t.sheet.network}</Link>
      </p>
      {ties.length === 0 && <p className="small">{t.sheet.none}</p>}
      <ul className="map-list small">
        {ties.map((each) => (
          <li key={each.id}>
            <span className="quiet">{relationText(each.kind).says}</span> <Link to={nodePath(each.node.id)}>{each.node.name}</Link>
            <span className="quiet">
              , {timeWords(each)}
              {each.holdsOn === 'POSSIBLE' ? `; ${network.onlyPossible}` : ''}
            </span>{' '}
            <FactButton of={each.id} about={`${place.name} ${relationText(each.kind).says} ${each.node.name}`}>
              {common.fact.sources(each.sources.length)}
            </FactButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Places that the picture does not show: beyond its edges, and without a point. */
export function Elsewhere({ scene, without, loaded }: { scene: Scene; without: Place[]; loaded: Loaded }) {
  const { layer } = loaded;
  const mine = without.filter(({ id, memberships }) => (layer ? layer.ties.has(id) : memberships.length > 0));
  const others = without.filter((place) => !mine.includes(place));
  const beyond = scene.beyond.flatMap(({ side, places }) => {
    const there = places.filter((spot) => belongs(spot, layer !== null));
    return there.length ? [{ side, places: there }] : [];
  });
  const rest = scene.beyond.flatMap(({ places }) => places).filter((spot) => !belongs(spot, layer !== null));
  return (
    <>
      {scene.beyond.length > 0 && (
        <section aria-labelledby="map-outside">
          <h2 id="map-outside">{t.outside}</h2>
          {beyond.map(({ side, places }) => (
            <Listed key={side} title={t.sides[side]} places={places} />
          ))}
          {rest.length > 0 && <Listed title={t.others(layer !== null)} places={rest} />}
        </section>
      )}
      {without.length > 0 && (
        <section aria-labelledby="map-without">
          <h2 id="map-without">{t.without}</h2>
          <p className="small quiet">{t.withoutText}</p>
          {mine.length > 0 && (
            <p className="small">
              <Names places={mine} />
            </p>
          )}
          {others.length > 0 && <Listed title={t.others(layer !== null)} places={others} />}
        </section>
      )}
    </>
  );
}

/** More than this stand behind a click. */
const FEW = 16;

/** Places under a heading that counts them; many are folded away. */
function Listed({ title, places }: { title: string; places: Named[] }) {
  if (places.length <= FEW) {
    return (
      <p className="small">
        <strong>{title}:</strong> <Names places={places} />
      </p>
    );
  }
  return (
    <details className="small">
      <summary>
        <strong>{title}:</strong> {number(places.length)}
      </summary>
      <p>
        <Names places={places} />
      </p>
    </details>
  );
}

interface Named {
  id: string;
  name: string;
  country: string | null;
}

/** Names as links, with their countries. */
function Names({ places }: { places: Named[] }) {
  const sorted = [...places].sort((a, b) => a.name.localeCompare(b.name, 'en'));
  return sorted.map(({ id, name, country: code }, i) => (
    <span key={id}>
      {i > 0 && ', '}
      <Link to={nodePath(id)}>{name}</Link>
      {code ? ` (${code})` : ''}
    </span>
  ));
}
