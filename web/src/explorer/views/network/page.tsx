import { type ReactNode, useMemo, useRef, useState } from 'react';
import { nodePath, setParams, useAddress } from '../../lib/address';
import { useDataset } from '../../lib/dataset';
import { timeWords } from '../../lib/edge-words';
import { whyPossible } from '../../lib/why-possible';
import type { Kind } from '../../lib/kinds';
import { Link } from '../../lib/link';
import { useNarrow } from '../../lib/narrow';
import { useTitle } from '../../lib/title';
import { useWidth } from '../../lib/use-width';
import { FactButton } from '../../parts/fact-sheet';
import { Guard } from '../../parts/guard';
import { Mark } from '../../parts/mark';
import { Failure, Skeleton } from '../../parts/states';
import { type Column, Table } from '../../parts/table';
import { TakeRow } from '../../parts/take-row';
import { capital, common, number } from '../../text/common';
import { kindLook } from '../../lib/kinds';
import { network as t } from '../../text/network';
import { relationText } from '../../text/relations';
import { NetworkDrawing } from './drawing';
import { picture as pictureOf, type Picture } from './graph';
import type { Layout } from './layout';
import type { Loaded, NetEdge } from './load';
import './network.css';
import { NodeSheet } from './node-sheet';
import type { Counts } from './query';
import { Lines, Rail } from './rail';
import { Stage } from './stage';
import { cameraParam, type Chosen, readChosen } from './state';
import { sourcesOf, takeOf } from './take';
import { useLayout } from './use-layout';
import { useNetwork } from './use-network';
import { hasWebGL } from './webgl';
import { kindsOf, leftOutWords, lineWords, sentence } from './words';

/** The network of all that is recorded, or of what a reader picks from it. */
export default function NetworkPage() {
  const { params, embed } = useAddress();
  const text = params.toString();
  const chosen = useMemo(() => readChosen(new URLSearchParams(text)), [text]);
  const dataset = useDataset();
  const counts = useMemo(() => dataset && (Object.fromEntries(dataset.nodeCounts.map(({ kind, count }) => [kind, count])) as Counts), [dataset]);
  const loading = useNetwork(chosen, counts);
  useTitle(t.title);
  if (loading.state === 'failed' && !loading.loaded) return <Head><Failure error={loading.error} again={loading.again} /></Head>;
  if (!loading.loaded || !counts) {
    return (
      <Head>
        <p className="quiet">{t.waiting}</p>
        <Skeleton lines={12} slow={loading.state === 'waiting' && loading.slow} />
      </Head>
    );
  }
  return (
    <>
      {loading.state === 'failed' && <Head><Failure error={loading.error} again={loading.again} /></Head>}
      <Whole loaded={loading.loaded} chosen={chosen} counts={counts} embed={embed} busy={loading.state === 'waiting'} />
    </>
  );
}

function Head({ children }: { children: ReactNode }) {
  return (
    <header className="net-head">
      <h1>{t.question}</h1>
      {children}
    </header>
  );
}

interface Shown {
  loaded: Loaded;
  chosen: Chosen;
  counts: Counts;
  embed: boolean;
  busy: boolean;
}

function Whole({ loaded, chosen, counts, embed, busy }: Shown) {
  const { kinds, countries, relations, from, expand, pin, select } = chosen;
  const narrow = useNarrow();
  // What is chosen of the nodes and lines; where the camera stands or what is selected changes no picture.
  const picture = useMemo(() => pictureOf(loaded, chosen, counts), [loaded, counts, String([kinds, countries, relations, from, expand, pin])]);
  const offered = useMemo(() => everyRelation(loaded, chosen, counts), [picture]);
  const layout = useLayout(picture, chosen.layout, narrow && window.innerWidth < window.innerHeight ? 0.62 : 1.4);
  const said = sentence(picture, chosen, loaded.unknown);
  const centres = [...new Set([...(select ? [select] : []), ...pin])];
  const rail = <Rail loaded={loaded} picture={picture} offered={offered} chosen={chosen} counts={counts} />;
  const shown = layout ? <Shown picture={picture} layout={layout} chosen={chosen} centres={centres} said={said} /> : <p className="net-wait quiet" role="status">{t.settling}</p>;
  const sheet = select && <NodeSheet key={select} id={select} picture={picture} chosen={chosen} />;
  if (embed) {
    return (
      <figure className="net-embed">
        <h1 className="net-embed-title">{t.title}</h1>
        <p className="small">{said}</p>
        <div className="net-frame">{shown}</div>
        <Legend picture={picture} chosen={chosen} />
      </figure>
    );
  }
  return (
    <div className="net" aria-busy={busy}>
      <Head>
        <p className="lead">{said}</p>
        {layout ? <TakeRow take={takeOf(loaded, picture, layout, chosen, centres, said)} /> : <div className="net-take" />}
      </Head>
      <div className={sheet ? 'net-view with-sheet' : 'net-view'}>
        {narrow ? <BottomSheet>{rail}</BottomSheet> : rail}
        <figure className="net-frame" aria-label={t.title}>{shown}</figure>
        {sheet}
      </div>
      <div className="net-below">
        {narrow && <Legend picture={picture} chosen={chosen} />}
        <section aria-labelledby="net-left">
          <h2 id="net-left">{t.left.title}</h2>
          <ul className="net-left">
            {leftOutWords(picture, chosen).map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </section>
        <Relationships picture={picture} chosen={chosen} />
        <Sources picture={picture} loaded={loaded} />
      </div>
    </div>
  );
}

/** The relationships that would be shown if all kinds of them were chosen. */
function everyRelation(loaded: Loaded, chosen: Chosen, counts: Counts): NetEdge[] {
  const relations = [...new Set([...loaded.edges.values()].map(({ kind }) => kind))];
  return pictureOf(loaded, { ...chosen, relations }, counts).edges;
}

/** The picture: on a canvas where there is WebGL, else as SVG from the same places. */
function Shown({ picture, layout, chosen, centres, said }: { picture: Picture; layout: Layout; chosen: Chosen; centres: string[]; said: string }) {
  const { params } = useAddress();
  const webgl = useMemo(() => hasWebGL(params), [params.get('webgl')]);
  const name = (id: string) => picture.points.get(id)!.name;
  const select = (id: string | null) => id !== chosen.select && setParams({ select: id });
  if (picture.lines.length === 0) return <p className="notice quiet">{t.noneText}</p>;
  const plain = <Plain picture={picture} layout={layout} centres={centres} label={t.stage.label(said)} onSelect={select} />;
  if (!webgl) return plain;
  return (
    <Guard instead={plain}>
      <Stage
        picture={picture}
        layout={layout}
        centres={centres}
        camera={chosen.camera}
        label={t.stage.label(said)}
        onSelect={select}
        onOpen={(id) => !chosen.expand.includes(id) && setParams({ expand: [...chosen.expand, id].join(','), select: id, view: null })}
        onCamera={(camera) => cameraParam(camera) !== cameraParam(chosen.camera) && setParams({ view: cameraParam(camera) }, { replace: true })}
        lineWords={(line) => lineWords(line, name, chosen.date)}
      />
    </Guard>
  );
}

function Plain({ picture, layout, centres, label, onSelect }: { picture: Picture; layout: Layout; centres: string[]; label: string; onSelect: (id: string | null) => void }) {
  const [box, width] = useWidth<HTMLDivElement>();
  return (
    <div className="net-plain" ref={box}>
      {width > 0 && <NetworkDrawing picture={picture} layout={layout} width={width} height={box.current?.clientHeight || 560} centres={centres} label={label} onSelect={onSelect} />}
      <p className="net-named small quiet">{t.stage.plain}</p>
    </div>
  );
}

function BottomSheet({ children }: { children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <div className="net-open">
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={() => {
          setOpen(true);
          dialog.current?.showModal();
        }}
      >
        {t.rail.open}
      </button>
      <dialog ref={dialog} className="sheet" aria-label={t.rail.title} onClose={() => setOpen(false)} onClick={({ target, currentTarget }) => target === currentTarget && currentTarget.close()}>
        <header>
          <h2>{t.rail.title}</h2>
          <button type="button" onClick={() => dialog.current?.close()}>
            {common.take.close}
          </button>
        </header>
        {open && children}
      </dialog>
    </div>
  );
}

/** Kinds and lines with their numbers, where the rail does not stand beside the picture. */
function Legend({ picture, chosen }: { picture: Picture; chosen: Chosen }) {
  return (
    <div className="net-legend small">
      {kindsOf(picture).map(({ kind, count }) => (
        <span key={kind} className="kind">
          <Mark kind={kind as Kind} /> {number(count)} {kindLook(kind)[count === 1 ? 'one' : 'many']}
        </span>
      ))}
      <Lines picture={picture} chosen={chosen} />
    </div>
  );
}

function Relationships({ picture, chosen }: { picture: Picture; chosen: Chosen }) {
  const narrow = useNarrow();
  const c = t.table;
  const end = (id: string) => <Link to={nodePath(id)}>{picture.points.get(id)!.name}</Link>;
  const on = (edge: NetEdge) => (edge.holdsOn === 'POSSIBLE' ? `${t.onlyPossible}: ${whyPossible(edge, chosen.date!)}` : c.certain);
  const columns: Column<NetEdge>[] = [
    { label: c.from, cell: (edge) => end(edge.from) },
    { label: c.relation, cell: (edge) => relationText(edge.kind).says },
    { label: c.to, cell: (edge) => end(edge.to) },
    { label: c.when, cell: (edge) => capital(timeWords(edge)) },
    ...(chosen.date ? [{ label: c.on, cell: on }] : []),
    {
      label: c.source,
      cell: (edge) => (
        <FactButton of={edge.id} about={`${picture.points.get(edge.from)!.name} ${relationText(edge.kind).says} ${picture.points.get(edge.to)!.name}`}>
          {common.fact.sources(edge.sources.length)}
        </FactButton>
      ),
    },
  ];
  return <Table what={c.what} columns={columns} rows={picture.edges} rowKey={({ id }) => id} first={narrow ? 8 : 20} />;
}

function Sources({ picture, loaded }: { picture: Picture; loaded: Loaded }) {
  const sources = sourcesOf(picture.edges, loaded);
  if (sources.length === 0) return null;
  return (
    <details className="more">
      <summary>{capital(common.fact.sources(sources.length))}</summary>
      <ul className="net-left small">
        {sources.map(({ id, name, publisher }) => (
          <li key={id}>
            <Link to={nodePath(id)}>{name}</Link>
            {publisher ? `, ${publisher}` : ''}
          </li>
        ))}
      </ul>
    </details>
  );
}
