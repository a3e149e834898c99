import type { Link } from './link';
import { leadingComment, type Question } from './questions';

/** A tab as GraphiQL stores it. */
export interface Tab {
  id: string;
  title: string;
  query: string | null;
  variables: string | null;
  headers: string | null;
  operationName: string | null;
  response: string | null;
}

/** What the playground opens with. */
export interface Opening {
  tabs: Tab[];
  active: number;
  /** Run the active tab at once: it is a question of ours or one that a link asks. */
  run: boolean;
}

const OPENING_TABS = 5;

/**
 * The tabs to open: those of the last visit, else the first few questions; and the
 * link's query in front of the reader, in a new tab unless one holds it already.
 */
export function openingTabs(stored: string | null, questions: Question[], link: Link | null): Opening {
  const kept = readTabs(stored);
  const tabs = kept?.tabs ?? questions.slice(0, OPENING_TABS).map((question) => newTab(question.query));
  if (tabs.length === 0) tabs.push(newTab('{\n  dataset {\n    title\n    version\n  }\n}\n'));
  let active = Math.min(Math.max(kept?.active ?? 0, 0), tabs.length - 1);
  if (link) {
    active = tabs.findIndex((tab) => tab.query === link.query && (tab.variables ?? '') === link.variables);
    if (active < 0) active = tabs.push(newTab(link.query, link.variables, link.operationName)) - 1;
  }
  tabs.forEach(nameTab);
  return { tabs, active, run: link !== null || kept === null };
}

/** Titles a tab by its query's leading comment; without one GraphiQL's own title stays. */
export function nameTab(tab: { title: string; query: string | null }): void {
  const { title } = leadingComment(tab.query ?? '');
  if (title) tab.title = title;
}

function newTab(query: string, variables = '', operationName?: string): Tab {
  const name = operationName ?? /^\s*query\s+(\w+)/m.exec(query)?.[1] ?? null;
  return {
    id: Math.random().toString(36).slice(2), // crypto.randomUUID is closed to plain http from afar
    title: name ?? 'Untitled',
    query,
    variables,
    headers: null,
    operationName: name,
    response: null,
  };
}

/** What GraphiQL stored on the last visit; null where that is absent, broken or empty. */
function readTabs(stored: string | null): { tabs: Tab[]; active: number } | null {
  try {
    const state = JSON.parse(stored ?? 'null');
    const tabs: Tab[] = (state?.tabs ?? []).filter((tab: Tab) => typeof tab?.id === 'string' && tab.query?.trim());
    return tabs.length > 0 ? { tabs, active: Number(state.activeTabIndex) || 0 } : null;
  } catch {
    return null;
  }
}
