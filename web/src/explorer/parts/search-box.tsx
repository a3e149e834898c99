import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { go, nodePath } from '../lib/address';
import { type Kind, kindLook } from '../lib/kinds';
import { useAnswer } from '../lib/use-answer';
import { grouped, type Hit, moved, ranked } from '../search/hits';
import { SEARCH, SEARCHED } from '../search/query';
import { capital, common, country } from '../text/common';
import { Mark } from './mark';

interface Props {
  /** What happens with the chosen node; without it, its page opens. */
  onChoose?: (node: Hit['node']) => void;
  /** Only these kinds; without it all, sources last. */
  kinds?: Kind[];
  label?: string;
  hint?: string;
  large?: boolean;
}

const PAUSE_MILLISECONDS = 120;

/** One box over all names (WAI-ARIA's combobox with a list of options in groups). */
export function SearchBox({ onChoose, kinds, label = common.search.label, hint = common.search.short, large }: Props) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  /** The text at which Enter was pressed before its answer was here. */
  const [entered, setEntered] = useState<string | null>(null);
  const asked = useSearch(text, kinds, entered !== null);
  const groups = grouped(asked.hits);
  const hits = groups.flatMap((group) => group.hits);
  const shown = open && text.trim() !== '';

  // Another list: what was marked in the one before is not meant.
  useEffect(() => setAt(-1), [text, asked.of]);
  useEffect(() => {
    if (entered === null || asked.of !== entered) return;
    setEntered(null);
    choose(hits[0]);
  }, [entered, asked.of]);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  function choose(hit: Hit | undefined) {
    if (!hit) return;
    setText('');
    setEntered(null);
    setOpen(false);
    if (onChoose) onChoose(hit.node);
    else go(nodePath(hit.node.id));
  }

  function leave() {
    setOpen(false);
    setEntered(null);
  }

  function press(event: KeyboardEvent) {
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        event.preventDefault();
        setOpen(true);
        if (shown) setAt(moved(event.key, at, hits.length));
        return;
      case 'Enter':
        if (!shown) return;
        event.preventDefault();
        if (at < 0 && asked.of !== text.trim()) setEntered(text.trim()); // what is listed still answers another text
        else choose(hits[Math.max(at, 0)]);
        return;
      case 'Escape':
        if (!open) setText('');
        setEntered(null);
        setOpen(false);
    }
  }

  return (
    <div className={large ? 'search large' : 'search'} role={onChoose ? undefined : 'search'} onBlur={({ currentTarget, relatedTarget }) => !currentTarget.contains(relatedTarget) && leave()}>
      <input
        type="search"
        role="combobox"
        aria-label={label}
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown && at >= 0 ? `${id}-${at}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={hint}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          setEntered(null);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onKeyDown={press}
      />
      <div className="found" hidden={!shown} ref={list}>
        <div role="listbox" id={`${id}-list`} aria-label={common.search.short}>
          {groups.map((group) => (
            <div key={group.kind} role="group" aria-label={kindLook(group.kind).many}>
              <span aria-hidden="true">{capital(kindLook(group.kind).many)}</span>
              {group.hits.map((hit) => {
                const n = hits.indexOf(hit);
                return (
                  <div
                    key={hit.node.id}
                    id={`${id}-${n}`}
                    role="option"
                    aria-selected={n === at}
                    onMouseMove={() => n !== at && setAt(n)}
                    onMouseDown={(event) => event.preventDefault()} // the box keeps the focus
                    onClick={() => choose(hit)}
                  >
                    <Mark kind={hit.node.kind} />
                    <span>
                      {hit.node.name} <small>{about(hit)}</small>
                    </span>
                  </div>
                );
              })}
            </div>
          ))}
        </div>
        {asked.said && <p className="said small">{asked.said}</p>}
      </div>
      <p className="unseen" role="status">
        {shown && (asked.said || common.search.found(hits.length))}
      </p>
    </div>
  );
}

/** What tells a hit from its namesakes, and by which name it was found where that is another one. */
function about({ matchedName, node }: Hit): string {
  const where = node.country ? country(node.country) : (node.publisher ?? '');
  const other = matchedName && matchedName !== node.name ? common.search.alsoCalled(matchedName) : '';
  return [where, other].filter(Boolean).join(' · ');
}

/** The hits, and of which text they are: none while only those of a text before are here. `now` does not wait for more typing. */
function useSearch(text: string, kinds: Kind[] | undefined, now: boolean): { hits: Hit[]; said: string; of: string | null } {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text.trim()), now ? 0 : PAUSE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [text, now]);
  const variables = { text: settled, kinds: kinds ?? SEARCHED, sources: kinds ? 0 : 4 };
  const asked = useAnswer<{ hits: Hit[]; sources: Hit[] }>(settled ? { query: SEARCH, variables } : null);
  if (!text.trim()) return { hits: [], said: '', of: null };
  const answer = asked.state === 'ready' ? asked.answer : asked.before;
  const hits = answer ? [...ranked(answer.data.hits, settled), ...ranked(answer.data.sources, settled)] : [];
  if (asked.state === 'failed') return { hits: [], said: common.search.failed, of: null };
  if (asked.state === 'waiting' || settled !== text.trim()) return { hits, said: hits.length ? '' : common.search.waiting, of: null };
  return { hits, said: hits.length ? '' : common.search.none(settled), of: settled };
}
