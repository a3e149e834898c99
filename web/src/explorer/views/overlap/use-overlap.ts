import { useMemo, useRef } from 'react';
import type { Question } from '../../lib/ask';
import { type Asked, useAnswer } from '../../lib/use-answer';
import type { RecordedGroup } from './days';
import { type Model, modelOf, type OverlapData } from './model';
import { GROUPS, OVERLAP } from './query';
import type { Chosen, Universe } from './state';

/** One answer with the question that it answers: both leave together. */
export interface Loaded {
  model: Model;
  question: Question;
}

export interface Loading {
  /** The groups as far as they are known: names, and everybody who was ever recorded. */
  recorded: RecordedGroup[];
  asked: Asked<OverlapData>;
  /** What is shown: the present answer, or the one before while the present one is awaited. */
  loaded: Loaded | null;
  stale: boolean;
}

/** What one relationship of GROUPS costs at most, and what a request may cost (docs/api.md), with room to spare. */
const COST = 18;
const AFFORDABLE = 200_000;

/** Asks what the groups share; a request that is no longer wanted is let go. */
export function useOverlap(chosen: Chosen): Loading {
  const { groups } = chosen;
  const enough = groups.length > 1;
  const most = Math.min(1000, Math.floor(AFFORDABLE / (COST * Math.max(1, groups.length))));
  const listed = useAnswer<{ nodes: (RecordedGroup | null)[] }>(groups.length ? { query: GROUPS, variables: { ids: groups, most } } : null);
  const question = useMemo(() => (enough ? questionOf(chosen) : null), [JSON.stringify(variablesOf(chosen)), enough]);
  const asked = useAnswer<OverlapData>(question);
  const lists = listed.state === 'ready' ? listed.answer : listed.before;
  const recorded = useMemo(() => (lists?.data.nodes ?? []).filter((each): each is RecordedGroup => each !== null), [lists]);
  const last = useRef<Loaded | null>(null);
  const answer = asked.state === 'ready' && listed.state !== 'waiting' ? asked.answer : null;
  const now = useMemo(() => {
    if (!answer || !question) return null;
    return { model: modelOf(answer.data, recorded, chosen.universe), question };
  }, [answer, recorded, question]);
  if (now) last.current = now;
  if (!enough) last.current = null;
  return { recorded, asked, loaded: now ?? last.current, stale: !now };
}

function questionOf(chosen: Chosen): Question {
  return { query: OVERLAP, variables: variablesOf(chosen) };
}

export function variablesOf({ groups, date, certainty, basis, universe }: Chosen): Record<string, unknown> {
  return {
    groups,
    universe: universeInput(universe),
    ...(date ? { asOf: date, certainty } : {}), // a certainty without a day means nothing
    basis,
    pairs: (groups.length * (groups.length - 1)) / 2,
    sure: date !== null && certainty === 'POSSIBLE',
  };
}

function universeInput(universe: Universe): Record<string, unknown> {
  switch (universe.of) {
    case 'recorded':
      return { recorded: true };
    case 'union':
      return { union: true };
    case 'country':
      return { country: universe.country };
    case 'size':
      return { size: universe.size };
  }
}
