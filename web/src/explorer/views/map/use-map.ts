import { useEffect, useState } from 'react';
import { AskError } from '../../lib/ask';
import { load, type Loaded } from './load';
import type { Chosen } from './state';

/** How the loading stands; what was shown before stays meanwhile. */
export interface Loading {
  loaded: Loaded | null;
  waiting: boolean;
  slow: boolean;
  error: AskError | null;
  again: () => void;
}

const SLOW_MILLISECONDS = 5000;

/** Loads what the choice asks for, and lets go of what was asked before it. */
export function useMap(chosen: Chosen): Loading {
  const [now, setNow] = useState<{ key: string; loaded: Loaded | null; error: AskError | null; slow: boolean }>({ key: '', loaded: null, error: null, slow: false });
  const [attempt, setAttempt] = useState(0);
  const { layer, date, certainty } = chosen;
  const key = JSON.stringify([layer, date, date && certainty, attempt]);

  useEffect(() => {
    const leaving = new AbortController();
    const timer = setTimeout(() => setNow((was) => ({ ...was, slow: true })), SLOW_MILLISECONDS);
    load(chosen, leaving.signal)
      .then((loaded) => setNow({ key, loaded, error: null, slow: false }))
      .catch((error: unknown) => {
        if (leaving.signal.aborted) return;
        setNow((was) => ({ key, loaded: was.loaded, error: error instanceof AskError ? error : new AskError('busy', String(error)), slow: false }));
      })
      .finally(() => clearTimeout(timer));
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
    // The key holds all of the choice that is asked for.
  }, [key]);

  const here = now.key === key;
  return { loaded: now.loaded, waiting: !here, slow: now.slow, error: here ? now.error : null, again: () => setAttempt((n) => n + 1) };
}
