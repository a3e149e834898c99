import { capital } from './common';

/** Columns of the vocabulary and words of claims, as people read them. */
const fields: Record<string, string> = {
  placeType: 'kind of place',
  country: 'country',
  latitude: 'latitude',
  longitude: 'longitude',
  population: 'inhabitants',
  geonamesId: 'GeoNames id',
  foundingDate: 'date of founding',
  homepage: 'web site',
  form: 'form',
  adopted: 'adopted',
  published: 'published',
  fileAsOf: 'state of the file',
  status: 'status',
  started: 'begun',
  ended: 'ended',
  date: 'date',
  since: 'since',
  until: 'until',
  seen: 'recorded on',
  role: 'role',
  amount: 'amount',
  name: 'name',
  description: 'description',
  publisher: 'publisher',
  url: 'address',
  language: 'language',
  retrieved: 'read',
  authors: 'authors',
  file: 'stored text',
  targetGroups: 'whom it wants to reach',
  unnamedParties: 'parties that are not named',
  derivation: 'what it was concluded from',
  note: 'remark',
  members: 'members',
  funders: 'funders',
  operators: 'who runs it',
  stance: 'demand or goal',
};

/** A field's name in words: `foundingDate` is "date of founding". */
export function fieldWords(field: string): string {
  return fields[field] ?? field.replace(/([A-Z])/g, ' $1').toLowerCase();
}

/** A value of a closed list in words: `CIVIL_SOCIETY` and `civil_society` are "civil society". */
export function valueWords(value: string): string {
  return value.toLowerCase().replace(/_/g, ' ');
}

export const measures: Record<string, [string, string]> = {
  MEMBERS: ['member', 'members'],
  PARTICIPANTS: ['participant', 'participants'],
  SIGNATORIES: ['signatory', 'signatories'],
  SUPPORTERS: ['supporter', 'supporters'],
  CITIES: ['city', 'cities'],
  COUNTRIES: ['country', 'countries'],
  JURISDICTIONS: ['jurisdiction', 'jurisdictions'],
  ORGANIZATIONS: ['organization', 'organizations'],
  PEOPLE: ['person', 'people'],
};

export function measureHeading(measure: string): string {
  return capital(measures[measure]?.[1] ?? valueWords(measure));
}
