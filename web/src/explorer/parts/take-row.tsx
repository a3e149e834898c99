import { useEffect, useRef, useState } from 'react';
import { writeLink } from '../../playground/link';
import { absolute, useAddress, withParams } from '../lib/address';
import { useDataset } from '../lib/dataset';
import type { Provenance, Take } from '../take/types';
import { common } from '../text/common';
import { CiteDialog, EmbedDialog } from './take-dialogs';

const t = common.take;

const PRELOAD_MILLISECONDS = 1500;

/** What makes files. */
const machinery = () => import('../take/save');

/** The one row of buttons, on every view: Share · Cite · SVG · PNG · CSV · JSON · Query · Embed. */
export function TakeRow({ take }: { take: Take }) {
  useAddress();
  const dataset = useDataset();
  const [said, setSaid] = useState('');
  const [embedding, setEmbedding] = useState(false);
  const cite = useRef<HTMLDialogElement>(null);
  const embed = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    // Fetched once the page stands, so that what is shown can be saved while the server is gone.
    const timer = setTimeout(() => machinery().catch(() => {}), PRELOAD_MILLISECONDS);
    return () => clearTimeout(timer);
  }, []);
  const page = take.address ?? withParams({ fact: null }); // what is shown, whether or not its evidence stands beside it
  const query = writeLink(absolute('/playground'), {
    query: take.question.query,
    variables: take.question.variables ? JSON.stringify(take.question.variables, null, 2) : '',
  });

  function provenance(): Provenance | null {
    if (!dataset) return null;
    const { title, version, revision, licence, citation } = dataset;
    const retrieved = new Date().toISOString().slice(0, 10);
    const { sentence, date, universe, sources, credits } = take;
    return { title: take.title, sentence, date, universe, ...(credits && { credits }), dataset: { title, version, revision, licence, citation }, sources, address: absolute(page), retrieved };
  }

  /** Makes a file. */
  async function save(kind: 'SVG' | 'PNG' | 'CSV' | 'JSON') {
    const from = provenance();
    if (!from) return setSaid(t.noDataset);
    const name = `${take.file}.${kind.toLowerCase()}`;
    const saving = await machinery().catch(() => null);
    if (!saving) return setSaid(t.notLoaded(kind));
    try {
      await saving.saveAs(kind, name, take, from);
      setSaid(t.saved(name));
    } catch {
      setSaid(t.failed(kind));
    }
  }

  async function share() {
    const address = absolute(page);
    try {
      await navigator.clipboard.writeText(address);
      setSaid(t.shared);
    } catch {
      setSaid(t.notShared);
    }
  }

  function openEmbed() {
    setEmbedding(true);
    embed.current?.showModal();
  }

  const head = provenance();
  return (
    <div className="take" role="group" aria-label={t.row}>
      <button type="button" onClick={share}>{t.share}</button>
      <button type="button" onClick={() => cite.current?.showModal()} disabled={!head}>{t.cite}</button>
      {take.draw && <button type="button" onClick={() => save('SVG')} title={t.svgLong}>{t.svg}</button>}
      {take.draw && <button type="button" onClick={() => save('PNG')} title={t.pngLong}>{t.png}</button>}
      <button type="button" onClick={() => save('CSV')} title={t.csvLong}>{t.csv}</button>
      <button type="button" onClick={() => save('JSON')} title={t.jsonLong}>{t.json}</button>
      <a className="button" href={query} title={t.queryLong}>{t.query}</a>
      {take.embed && <button type="button" onClick={openEmbed}>{t.embed}</button>}
      <span role="status">{said}</span>
      {take.further && <p className="small quiet">{t.queryFirst}</p>}
      {head && <CiteDialog opener={cite} page={head} />}
      {take.embed && <EmbedDialog opener={embed} address={absolute(`/embed${page}`)} title={take.title} open={embedding} onClose={() => setEmbedding(false)} />}
    </div>
  );
}
