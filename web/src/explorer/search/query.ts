import type { Kind } from '../lib/kinds';

/** What the search box asks: sources are many and seldom meant, so they have a place of their own. */
export const SEARCH = `query Search($text: String!, $kinds: [NodeKind!], $sources: Int!) {
  hits: search(text: $text, kinds: $kinds, first: 12) { ...Hit }
  sources: search(text: $text, kinds: [SOURCE], first: $sources) { ...Hit }
}
fragment Hit on SearchHit {
  score
  matchedName
  node { id kind name ... on City { country placeType } ... on Source { publisher } }
}`;

/** Everything but sources. */
export const SEARCHED: Kind[] = ['CITY', 'NETWORK', 'DECLARATION', 'ORGANIZATION', 'FUNDER', 'INITIATIVE', 'EVENT', 'DEMAND'];
