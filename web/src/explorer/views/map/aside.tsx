import { nodePath, setParams } from '../../lib/address';
import { timeWords } from '../../lib/edge-words';
import { Link } from '../../lib/link';
import { FactButton } from '../../parts/fact-sheet';
import { common, country } from '../../text/common';
import { map as t } from '../../text/map';
import { network } from '../../text/network';
import { relationText } from '../../text/relations';
import type { Loaded, Place } from './load';
import type { Scene } from './scene';
import { belongs } from './words';

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
              {each.holdsOn === 'POSSIBLE' ? `; ${network.why.possible}` : ''}
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
  const belonging = scene.beyond.map((edge) => ({ ...edge, places: edge.places.filter((spot) => belongs(spot, layer !== null)) }));
  return (
    <>
      {scene.beyond.length > 0 && (
        <section aria-labelledby="map-outside">
          <h2 id="map-outside">{t.outside}</h2>
          {scene.beyond.map(({ side, places }) => (
            <p key={side} className="small">
              <strong>{t.sides[side]}:</strong> <Names places={places} strong={new Set(belonging.flatMap((edge) => edge.places.map(({ id }) => id)))} />
            </p>
          ))}
        </section>
      )}
      {without.length > 0 && (
        <section aria-labelledby="map-without">
          <h2 id="map-without">{t.without}</h2>
          <p className="small quiet">
            {t.withoutText} {t.membersOnly(mine.length)}
          </p>
          <details open={without.length <= 12 || undefined}>
            <summary className="small">{t.places(without.length).replace(' more', '')}</summary>
            <p className="small">
              <Names places={without} strong={new Set(mine.map(({ id }) => id))} />
            </p>
          </details>
        </section>
      )}
    </>
  );
}

/** Names as links, those that belong in strong type. */
function Names({ places, strong }: { places: { id: string; name: string; country: string | null }[]; strong: Set<string> }) {
  const sorted = [...places].sort((a, b) => Number(strong.has(b.id)) - Number(strong.has(a.id)) || a.name.localeCompare(b.name, 'en'));
  return sorted.map(({ id, name, country: code }, i) => (
    <span key={id}>
      {i > 0 && ', '}
      <Link to={nodePath(id)} className={strong.has(id) ? 'map-strong' : undefined}>
        {name}
      </Link>
      {code ? ` (${code})` : ''}
    </span>
  ));
}
