import { useId, useState } from 'react';
import { nodePath } from '../lib/address';
import type { Source } from '../lib/facts';
import { Link } from '../lib/link';
import { common } from '../text/common';
import './answer.css';

const FIRST = 10;

/** The sources of what a view shows, each with a link to its page. */
export function SourceList({ heading, all }: { heading: string; all: Source[] }) {
  const id = useId();
  const [whole, setWhole] = useState(false);
  if (all.length === 0) return null;
  return (
    <section aria-labelledby={id} className="source-list">
      <h2 id={id}>{heading}</h2>
      <ol className="small">
        {(whole ? all : all.slice(0, FIRST)).map(({ id: source, name, publisher, language }) => (
          <li key={source}>
            <Link to={nodePath(source)} lang={language ?? undefined}>
              {name}
            </Link>
            {publisher && publisher !== name && <span className="quiet"> · {publisher}</span>}
          </li>
        ))}
      </ol>
      {!whole && all.length > FIRST && (
        <button type="button" onClick={() => setWhole(true)}>
          {common.table.more(all.length - FIRST)}
        </button>
      )}
    </section>
  );
}
