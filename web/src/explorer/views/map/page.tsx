import { type KeyboardEvent, useMemo } from 'react';
import { go, nodePath, setParams, useAddress } from '../../lib/address';
import { Link } from '../../lib/link';
import { useNarrow } from '../../lib/narrow';
import { useTitle } from '../../lib/title';
import { useWidth } from '../../lib/use-width';
import { FactButton } from '../../parts/fact-sheet';
import { Failure, Skeleton } from '../../parts/states';
import { type Column, Table } from '../../parts/table';
import { TakeRow } from '../../parts/take-row';
import { country, number } from '../../text/common';
import { map as t } from '../../text/map';
import { Elsewhere, PlaceSheet } from './aside';
import { useAtlas } from './atlas';
import { Controls } from './controls';
import type { Loaded, Place } from './load';
import './map.css';
import { MapDrawing } from './map-drawing';
import { Legend } from './legend';
import { chosenFrame, nearest, sceneOf, spotsOf } from './scene';
import { type Chosen, readChosen } from './state';
import { rowsOf, takeOf } from './take';
import { useMap } from './use-map';
import { numbersOf, sentence } from './words';

/** Where the cities are, how many memberships they have, and who belongs to a group. */
export default function MapPage() {
  const { params, embed } = useAddress();
  const text = params.toString();
  const chosen = useMemo(() => readChosen(new URLSearchParams(text)), [text]);
  const { loaded, waiting, slow, error, again } = useMap(chosen);
  useTitle(loaded?.layer ? t.titleOf(loaded.layer.name) : t.title);
  return (
    <>
      {!embed && <h1>{t.question}</h1>}
      {error && <Failure error={error} again={again} />}
      {loaded && <Whole loaded={loaded} chosen={chosen} embed={embed} busy={waiting} />}
      {!loaded && !error && <Skeleton lines={14} slow={slow} />}
    </>
  );
}

function Whole({ loaded, chosen, embed, busy }: { loaded: Loaded; chosen: Chosen; embed: boolean; busy: boolean }) {
  const narrow = useNarrow();
  const [box, width] = useWidth<HTMLDivElement>();
  const { atlas, failed } = useAtlas(chosen.frame === 'world');
  const layered = loaded.layer !== null;
  const { spots, without } = useMemo(() => spotsOf(loaded), [loaded]);
  const { frame: view, select } = chosen;
  const scene = useMemo(() => {
    // Without a width yet, as for the sentence, one that every picture can have.
    return sceneOf(spots, chosenFrame(spots, view, width || 760, narrow ? 1.25 : 1.02), atlas, select, layered);
  }, [spots, view, width, narrow, atlas, select, layered]);
  const said = sentence(loaded, numbersOf(scene, loaded), chosen);
  const place = loaded.places.find(({ id }) => id === select);
  const choose = (id: string | null) => id !== select && setParams({ select: id });

  function press(event: KeyboardEvent) {
    const directions: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    const direction = directions[event.key];
    if (direction) {
      const next = nearest(scene.spots, select, ...direction);
      if (next) setParams({ select: next.id }, { replace: true });
    } else if (event.key === 'Enter' && select && !embed) go(nodePath(select));
    else if (event.key === 'Escape' && select) setParams({ select: null });
    else return;
    event.preventDefault();
  }

  const figure = (
    <figure className="map-figure">
      <div ref={box} className="map-frame" tabIndex={0} role="group" aria-label={t.title} aria-describedby="map-keys" onKeyDown={press} style={{ aspectRatio: `${scene.frame.width} / ${scene.frame.height}` }}>
        {width > 0 && <MapDrawing scene={scene} layered={layered} select={select} label={`${t.label(said)} ${t.tableBelow}`} onSelect={choose} onBeyond={() => setParams({ frame: 'world' })} />}
      </div>
      <p id="map-keys" className="unseen">
        {t.keys}
      </p>
      <p className="unseen" role="status">
        {place ? t.spot(place.name, new Set(place.memberships.map(({ node }) => node.id)).size) : ''}
      </p>
      <figcaption>
        <Legend scene={scene} layered={layered} dated={chosen.date !== null} />
        <span className="small quiet">{failed ? t.atlasFailed : t.credit}</span>
      </figcaption>
    </figure>
  );
  if (embed) {
    return (
      <>
        <h1 className="map-embed-title">{loaded.layer ? t.titleOf(loaded.layer.name) : t.title}</h1>
        <p className="small">{loaded.noGroup && `${t.noGroup(loaded.noGroup)} `}{said}</p>
        {figure}
      </>
    );
  }
  return (
    <div className="map" aria-busy={busy}>
      {loaded.noGroup && <p className="notice">{t.noGroup(loaded.noGroup)}</p>}
      <p className="lead">{said}</p>
      <TakeRow take={takeOf(loaded, spots, atlas, chosen, said)} />
      <Controls chosen={chosen} layer={loaded.layer} spots={spots} />
      <div className="map-view">
        {figure}
        <div className="map-aside">
          {place && <PlaceSheet key={place.id} place={place} loaded={loaded} />}
          <Elsewhere scene={scene} without={without} loaded={loaded} />
        </div>
      </div>
      <Places loaded={loaded} />
    </div>
  );
}

function Places({ loaded }: { loaded: Loaded }) {
  const narrow = useNarrow();
  const { layer } = loaded;
  const c = t.table;
  const networks = ({ memberships }: Place) => [...new Map(memberships.map((each) => [each.node.id, each])).values()];
  const inLayer = ({ id, name }: Place) => {
    const tie = layer!.ties.get(id);
    return tie ? <FactButton of={tie.id} about={`${name}, ${layer!.name}`}>{tie.holdsOn === 'POSSIBLE' ? c.possible : c.yes}</FactButton> : null;
  };
  const columns: Column<Place>[] = [
    { label: c.city, cell: ({ id, name }) => <Link to={nodePath(id)}>{name}</Link> },
    { label: c.country, cell: (place) => place.country && country(place.country) },
    ...(layer ? [{ label: c.layer, cell: inLayer }] : []),
    { label: c.memberships, cell: (place) => number(networks(place).length), number: true },
    {
      label: c.networks,
      cell: (place) =>
        networks(place).map(({ id, node, holdsOn }, i) => (
          <span key={id}>
            {i > 0 && ', '}
            <FactButton of={id} about={`${place.name}, ${node.name}`}>
              {node.name}
            </FactButton>
            {holdsOn === 'POSSIBLE' ? ` (${c.possible})` : ''}
          </span>
        )),
    },
    {
      label: c.place,
      cell: ({ id, name, latitude, longitude }) =>
        latitude === null || longitude === null ? (
          <span className="quiet">{c.none}</span>
        ) : (
          <FactButton of={id} about={`${name}, ${c.place}`}>
            {`${latitude.toFixed(2)}, ${longitude.toFixed(2)}`}
          </FactButton>
        ),
    },
  ];
  return <Table what={c.what} columns={columns} rows={rowsOf(loaded)} rowKey={({ id }) => id} first={narrow ? 8 : 20} />;
}
