import type { ComponentType } from 'react';
import { retrying } from './lib/retrying';

/** One view of the explorer: a page at an address, loaded when it is first shown. */
export interface View {
  name: string;
  /** Its address below the root, or a pattern of addresses. */
  at: string | RegExp;
  /** Its word in the navigation; without one it does not stand there. */
  label?: string;
  /** Its picture takes the whole width. */
  bleed?: boolean;
  Page: ComponentType;
}

const page = retrying;

/** Every view, in the order of the navigation: one line a view. */
export const VIEWS: View[] = [
  { name: 'home', at: '/', Page: page(() => import('./views/home/page')) },
  { name: 'entity', at: /^\/(city|network|declaration|organization|funder|initiative|event|demand|source)\/[^/]+$/, Page: page(() => import('./views/entity/page')) },
  { name: 'overlap', at: '/overlap', label: 'Overlap', Page: page(() => import('./views/overlap/page')) },
  { name: 'network', at: '/network', label: 'Network', bleed: true, Page: page(() => import('./views/network/page')) },
  { name: 'map', at: '/map', label: 'Map', Page: page(() => import('./views/map/page')) },
  { name: 'paths', at: '/paths', label: 'Paths', Page: page(() => import('./views/paths/page')) },
  { name: 'timeline', at: '/timeline', label: 'Timeline', Page: page(() => import('./views/timeline/page')) },
  { name: 'money', at: '/money', label: 'Money', Page: page(() => import('./views/money/page')) },
  { name: 'coverage', at: '/coverage', label: 'Coverage', Page: page(() => import('./views/coverage/page')) },
];

/** The view at a path, undefined where there is none. */
export function viewAt(path: string): View | undefined {
  return VIEWS.find(({ at }) => (typeof at === 'string' ? at === path : at.test(path)));
}
