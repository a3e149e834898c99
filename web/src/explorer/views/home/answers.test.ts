import { expect, test } from 'vitest';
import { byMembers, type NetworkLine } from './answers';

test('networks stand by the number that is shown beside them, and by name where it is the same', () => {
  const line = (name: string, totalCount: number): NetworkLine => ({ id: `network:${name}`, name, rosters: [], members: { totalCount } });
  expect(byMembers([line('C', 15), line('B', 16), line('Å', 15)]).map(({ name }) => name)).toEqual(['B', 'Å', 'C']);
});
