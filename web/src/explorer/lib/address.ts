import { useSyncExternalStore } from 'react';

/** Where the explorer stands: the whole state of every view is in it. */
export interface Address {
  /** Below the root and without `/embed`: `/city/berlin`. */
  path: string;
  params: URLSearchParams;
  /** Shown in a frame of another site. */
  embed: boolean;
}

/** Reads an address of the explorer whose pages lie below root (`/`, or a path prefix that ends with a slash). */
export function readAddress(pathname: string, search: string, root: string): Address {
  const below = pathname.startsWith(root) ? pathname.slice(root.length - 1) : pathname;
  const embed = below === '/embed' || below.startsWith('/embed/');
  const path = embed ? below.slice('/embed'.length) : below;
  return { path: path.replace(/(.)\/$/, '$1') || '/', params: new URLSearchParams(search), embed };
}

/** Writes path and parameters; parameters without a value are left out, and their order is kept. */
export function writeAddress(path: string, params: Params = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) if (value) search.set(name, value);
  const text = readable(search.toString());
  return text ? `${path}?${text}` : path;
}

export type Params = Record<string, string | null | undefined>;

/** What may stand in a query as it is (RFC 3986), kept legible: ids have colons, lists commas. */
function readable(search: string): string {
  return search.replace(/%3A/g, ':').replace(/%2C/g, ',').replace(/%2F/g, '/');
}

let root = '/';
const listeners = new Set<() => void>();
let current: Address | null = null;

/** Tells where the pages lie; once, before the first view. `climb` is the page's own way up: `./` or `../`. */
export function setRoot(climb: string): void {
  root = new URL(climb, window.location.href).pathname;
  window.addEventListener('popstate', changed);
}

/** The path of something below the root, for links and requests: `below('/graphql')`. */
export function below(path: string): string {
  return root + path.replace(/^\//, '');
}

/** The whole address of something below the root, to be copied, cited and printed. */
export function absolute(path: string): string {
  return new URL(below(path), window.location.href).href;
}

export function address(): Address {
  return (current ??= readAddress(window.location.pathname, window.location.search, root));
}

export function useAddress(): Address {
  return useSyncExternalStore(subscribe, address);
}

/** Goes to a path below the root. `replace` leaves no entry to come back to, for steps of one movement; `state` is kept with the entry. */
export function go(to: string, { replace = false, state = null }: { replace?: boolean; state?: unknown } = {}): void {
  const before = address();
  const target = (before.embed ? '/embed' : '') + to;
  window.history[replace ? 'replaceState' : 'pushState'](state, '', below(target));
  changed();
  if (address().path !== before.path) window.scrollTo(0, 0);
}

/** Changes some parameters of the present view and keeps the others; null removes one. */
export function setParams(patch: Params, how?: { replace?: boolean }): void {
  const { path, params } = address();
  go(writeAddress(path, { ...Object.fromEntries(params), ...patch }), how);
}

const OPENED = { fact: 'opened' };

/** Shows the evidence of a fact. What stands there already makes room, so that Back always closes it. */
export function openFact(fact: string): void {
  if (address().params.has('fact')) go(withParams({ fact }), { replace: true, state: window.history.state });
  else go(withParams({ fact }), { state: OPENED });
}

/** Closes the evidence as Back does where a step opened it, so that Back does not open it again; else in its place. */
export function closeFact(): void {
  if (window.history.state?.fact === OPENED.fact) {
    window.history.replaceState(null, ''); // asked twice, it goes back once
    window.history.back();
  } else go(withParams({ fact: null }), { replace: true });
}

/** The present view with some parameters changed, for links. */
export function withParams(patch: Params): string {
  const { path, params } = address();
  return writeAddress(path, { ...Object.fromEntries(params), ...patch });
}

/** The address of a node's page by its id: `city:berlin` has `/city/berlin`. */
export function nodePath(id: string): string {
  return `/${id.replace(':', '/')}`;
}

function changed(): void {
  current = null;
  for (const each of listeners) each();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
