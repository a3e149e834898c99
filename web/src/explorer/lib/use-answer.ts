import { useEffect, useState } from 'react';
import { type Answer, ask, askAddress, AskError, kept, type Question } from './ask';

/** How a question stands. `before` is the answer to the question before, to be shown quietly meanwhile. */
export type Asked<T> =
  | { state: 'waiting'; slow: boolean; before?: Answer<T> }
  | { state: 'ready'; answer: Answer<T> }
  | { state: 'failed'; error: AskError; before?: Answer<T>; again: () => void };

const SLOW_MILLISECONDS = 4000;

/** Asks the question whenever it changes, and lets go of the request before it. null asks nothing. */
export function useAnswer<T>(question: Question | null): Asked<T> {
  const key = question ? askAddress(question) : '';
  const [attempt, setAttempt] = useState(0);
  const [last, setLast] = useState<{ key: string; answer?: Answer<T>; error?: AskError; slow?: boolean }>({ key: '' });

  useEffect(() => {
    if (!question || kept(question)) return;
    const leaving = new AbortController();
    const timer = setTimeout(() => setLast((was) => ({ key, answer: was.answer, slow: true })), SLOW_MILLISECONDS);
    ask<T>(question, leaving.signal)
      .then((answer) => setLast({ key, answer }))
      .catch((error: unknown) => {
        if (leaving.signal.aborted) return;
        const told = error instanceof AskError ? error : new AskError('busy', String(error));
        setLast((was) => ({ key, answer: was.answer, error: told }));
      })
      .finally(() => clearTimeout(timer));
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
    // The key is the question.
  }, [key, attempt]);

  const known = question ? kept<T>(question) : undefined;
  useEffect(() => {
    if (known) setLast({ key, answer: known });
  }, [known, key]);

  if (known) return { state: 'ready', answer: known };
  const here = last.key === key;
  if (here && last.error) {
    const again = () => {
      setLast((was) => ({ key, answer: was.answer }));
      setAttempt((n) => n + 1);
    };
    return { state: 'failed', error: last.error, before: last.answer, again };
  }
  if (here && last.answer && !last.slow) return { state: 'ready', answer: last.answer };
  return { state: 'waiting', slow: here && Boolean(last.slow), before: last.answer };
}
