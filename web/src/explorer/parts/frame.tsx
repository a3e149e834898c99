import { type ReactNode, useEffect, useRef } from 'react';
import mark from '../../playground/mark.svg';
import { absolute, below, useAddress } from '../lib/address';
import { licenceWords, useDataset } from '../lib/dataset';
import { Link } from '../lib/link';
import { useNarrow } from '../lib/narrow';
import { common } from '../text/common';
import { VIEWS } from '../views';
import { SearchBox } from './search-box';

/** The page around every view: masthead with search and navigation, the view, the dataset's line. */
export function Frame({ children, bleed }: { children: ReactNode; bleed?: boolean }) {
  const { path } = useAddress();
  return (
    <>
      <a className="skip" href="#content">
        {common.skip}
      </a>
      <header className="masthead">
        <Link className="brand" to="/" aria-label={common.home}>
          <img src={mark} alt="" />
          {common.name}
        </Link>
        <Navigation />
        {path !== '/' && <SearchBox />}
      </header>
      <main id="content" className={bleed ? 'content bleed' : 'content'} tabIndex={-1}>
        {children}
      </main>
      <Foot />
    </>
  );
}

function Navigation() {
  const { path } = useAddress();
  const narrow = useNarrow();
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => menu.current?.removeAttribute('open'), [path]);
  const entries = (
    <ul>
      {VIEWS.filter(({ label }) => label).map(({ name, label, at }) => (
        <li key={name}>
          <Link to={at as string} aria-current={at === path ? 'page' : undefined}>
            {label}
          </Link>
        </li>
      ))}
      <li>
        <a href={below('/playground')}>{common.playground}</a>
      </li>
    </ul>
  );
  return (
    <nav aria-label={common.views}>
      {narrow ? (
        <details className="menu" ref={menu} onKeyDown={({ key }) => key === 'Escape' && menu.current?.removeAttribute('open')}>
          <summary>{common.views}</summary>
          {entries}
        </details>
      ) : (
        entries
      )}
    </nav>
  );
}

function Foot() {
  const dataset = useDataset();
  const licence = dataset && licenceWords(dataset.licence);
  return (
    <footer className="foot">
      <div>
        {dataset && <span>{common.page.data(dataset.title, dataset.version)}</span>}
        {licence && <span>{licence.url ? <a href={licence.url}>{licence.name}</a> : licence.name}</span>}
        <span>
          {common.page.downloads} <a href={below('/export/dataset.csv.zip')}>CSV</a> ·{' '}
          <a href={below('/export/dataset.jsonl')}>JSON Lines</a>
        </span>
        <span>
          {common.page.questions} <a href={below('/playground')}>{common.playground}</a>
        </span>
        <span>{common.page.credits}</span>
      </div>
    </footer>
  );
}

/** The view alone, for a frame on another site; its first line says whose it is: what is cut off is at the bottom. */
export function EmbedFrame({ children }: { children: ReactNode }) {
  const { path, params } = useAddress();
  const dataset = useDataset();
  const search = params.toString();
  return (
    <main className="framed">
      <p className="source">
        {dataset && `${common.page.data(dataset.title, dataset.version)} · ${licenceWords(dataset.licence).name} · `}
        <a href={absolute(path) + (search && `?${search}`)} target="_blank" rel="noopener">
          {common.name}
        </a>
      </p>
      {children}
    </main>
  );
}
