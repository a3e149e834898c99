import { useEffect, useState } from 'react';
import { AskError } from '../../lib/ask';
import { load, type Loaded } from './load';
import type { Counts } from './query';
import type { Chosen } from './state';

/** How the loading stands; what was shown before stays meanwhile. */
export type Loading = { state: 'waiting'; slow: boolean; loaded?: Loaded } | { state: 'ready'; loaded: Loaded } | { state: 'failed'; error: AskError; again: () => void; loaded?: Loaded };

const SLOW_MILLISECONDS = 5000;

/** Loads what the choice asks for, and lets go of what was asked before it. null counts wait. */
export function useNetwork(chosen: Chosen, counts: Counts | null): Loading {
  const [now, setNow] = useState<{ key: string; loaded?: Loaded; error?: AskError; slow?: boolean }>({ key: '' });
  const [attempt, setAttempt] = useState(0);
  const { kinds, from, expand, date, certainty } = chosen;
  const key = counts ? JSON.stringify([from.length ? [] : kinds, from, expand, date, date && certainty, attempt]) : '';

  useEffect(() => {
    if (!counts) return;
    const leaving = new AbortController();
    const timer = setTimeout(() => setNow((was) => ({ ...was, slow: true })), SLOW_MILLISECONDS);
    load(chosen, counts, leaving.signal)
      .then((loaded) => setNow({ key, loaded }))
      .catch((error: unknown) => {
        if (leaving.signal.aborted) return;
        setNow((was) => ({ key, loaded: was.loaded, error: error instanceof AskError ? error : new AskError('busy', String(error)) }));
      })
      .finally(() => clearTimeout(timer));
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
    // The key holds all of the choice that is asked for.
  }, [key]);

  if (now.key === key && now.error) return { state: 'failed', error: now.error, again: () => setAttempt((n) => n + 1), loaded: now.loaded };
  if (now.key === key && now.loaded) return { state: 'ready', loaded: now.loaded };
  return { state: 'waiting', slow: Boolean(now.slow), loaded: now.loaded };
}
