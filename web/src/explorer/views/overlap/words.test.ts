import { describe, expect, test } from 'vitest';
import { modelOf } from './model';
import { caveats, cellWords, everWords, leftOut, outOfTime, pWords, rosterWords, sentence } from './words';
import { answer, DAY, recorded } from './world';

const model = (...how: Parameters<typeof answer>) => modelOf(answer(...how), recorded, { of: 'recorded' });

describe('the sentence of two groups', () => {
  test('with complete lists speaks of chance, with its universe and p', () => {
    expect(sentence(model('AC', { pAdjusted: 0.0032 }))).toBe(
      'On 25 June 2021, Alpha (4 members) and Gamma (3) share 3, more than chance would give among the 20 recorded municipalities: two such groups drawn at random share 0.6 on average (p = 0.0032).',
    );
  });
  test('says where chance gives as much', () => {
    expect(sentence(model('AC', { pAdjusted: 0.2 }))).toContain('no more than chance may give among the 20 recorded municipalities');
  });
  test('with a partial list never speaks of more than chance', () => {
    const said = sentence(model('AB', { pAdjusted: 1e-20 }));
    expect(said).toBe(
      'On 25 June 2021, Alpha (4) and Beta (3, 2 certain) share 2 (1 to 2, as dates leave it open) among recorded members. No statement about chance is made: the list of Beta is recorded only in part.',
    );
    expect(said).not.toMatch(/more than chance|p =/);
  });
  test('without a day has no complete list', () => {
    expect(sentence(model('AC', { pAdjusted: 1e-20 }, null))).toBe(
      'At any time on record, Alpha (4) and Gamma (3) share 3 among recorded members. No statement about chance is made: without a day no list is complete.',
    );
  });
});

describe('where the same sources tell of both groups', () => {
  const same = (n: number) => {
    const data = answer('AC', { pAdjusted: 1e-9 });
    data.overlap.pairs.edges[0]!.node.sameSources = n;
    return modelOf(data, recorded, { of: 'recorded' });
  };
  test('of everybody, nothing is said about chance, in the sentence or beside the cell', () => {
    expect(sentence(same(3))).toBe(
      'On 25 June 2021, Alpha (4) and Gamma (3) share 3 among recorded members. No statement about chance is made: the same sources tell of everybody in both groups.',
    );
    expect(cellWords(same(3).pairs[0]!, same(3))).toBe('Alpha and Gamma: 3 shared; Jaccard 0.75; the same sources tell of everybody in both, so nothing is said about chance');
  });
  test('of most, it is told before the number is quoted', () => {
    expect(sentence(same(2))).toContain('more than chance would give');
    expect(caveats(same(2))[0]).toMatch(/^For 2 of the 3 that Alpha and Gamma share, every source for one of them also tells of the other/);
    expect(caveats(same(1)).join(' ')).not.toContain('every source');
  });
});

describe('a day out of time', () => {
  const begun = recorded.map((group) => (group.id === 'network:c' ? { ...group, dateSpan: { earliest: '2021-06-26' } } : { ...group, dateSpan: { earliest: '2021-06-25' } }));
  const model = (date: string | null) => modelOf(answer('AC', { pAdjusted: 1, amongRecorded: true }, date), begun, { of: 'recorded' });
  const early = 'On record, Gamma began on 26 June 2021 at the earliest: who counts in it here counts only because no date of the membership rules the day out.';
  test('before a group began names the group, in the sentence itself', () => {
    expect(outOfTime(model(DAY), '2026-01-01')).toEqual([early]);
    expect(sentence(model(DAY))).toContain(early);
  });
  test('after today is said to be to come', () => {
    expect(outOfTime(model('2099-01-01'), '2026-01-01')).toEqual(['1 January 2099 is still to come: nothing on record can say who will belong then.']);
    expect(outOfTime(model('2026-01-01'), '2026-01-01')).toEqual([]);
  });
  test('is no matter without a day', () => expect(outOfTime(model(null), '1900-01-01')).toEqual([]));
});

test('over all recorded time nothing is said about chance', () => {
  expect(everWords(model('AC', undefined, null).pairs[0]!)).toBe(sentence(model('AC', undefined, null)));
});

test('a pair of lists that are not complete says no lift', () => {
  expect(cellWords(model('AB').pairs[0]!, model('AB'))).not.toContain('lift');
  expect(cellWords(model('AC').pairs[0]!, model('AC'))).toContain('lift 5.0');
});

describe('the sentence of several groups', () => {
  test('counts everybody once, then speaks of the surest pair and of the largest other', () => {
    expect(sentence(model('ABC'))).toBe(
      'On 25 June 2021, 5 municipalities are certainly or possibly in at least one of these 3 groups, 4 of them in two or more. ' +
        'Alpha (4 members) and Gamma (3) share 3, more than chance would give among the 20 recorded municipalities: two such groups drawn at random share 0.6 on average (p = 0.001, adjusted for 3 pairs). ' +
        'Of the others, Alpha and Beta share most: 2 (1 to 2, as dates leave it open) among recorded members. ' +
        'For the other 2 pairs no statement about chance is made: Beta has no complete list of that day.',
    );
  });
  test('of lists that are all partial makes no statement at all about chance', () => {
    const said = sentence(model('ABC', { pAdjusted: 1e-9, amongRecorded: true }));
    expect(said).toContain('Among recorded members, Alpha and Gamma share most: 3.');
    expect(said).toContain('No statement about chance is made');
    expect(said).not.toMatch(/more than chance would|p =/);
  });
  test('tells how many other complete pairs there are', () => {
    expect(sentence(model('ACD', { pAdjusted: 0.01 }))).toContain('Of 2 other pairs with complete lists, 2 share more than chance would give.');
  });
  test('of nobody shared does not say that nobody was', () => {
    const none = model('ABC');
    none.combinations = none.combinations.filter(({ groups }) => groups.length === 1);
    expect(sentence(none)).toBe('On 25 June 2021, nobody is recorded in more than one of these 3 groups. That does not mean that nobody was.');
  });
});

test.each([
  [1, '= 1'], [0.0481, '= 0.048'], [0.001, '= 0.001'], [0.00012, '= 1.2 × 10⁻⁴'], [1.2e-44, '= 1.2 × 10⁻⁴⁴'], [0, '< 10⁻³⁰⁰'],
] as const)('p of %d is written %s', (p, words) => expect(pWords(p)).toBe(words)); // prettier-ignore

test.each([
  [null, false, 'no list recorded'],
  [{ status: 'PARTIAL', date: DAY }, false, 'list recorded in part'],
  [{ status: 'UNKNOWN', date: DAY }, false, 'how complete: unknown'],
  [{ status: 'COMPLETE', date: DAY }, true, 'complete list of 25 June 2021'],
  [{ status: 'COMPLETE', date: DAY }, false, 'complete list of 25 June 2021, which does not settle who counts here'],
  [{ status: 'COMPLETE', date: '2019-06' }, false, 'complete only for June 2019'],
  [{ status: 'COMPLETE', date: null }, false, 'complete list, undated'],
] as const)('a list %j, complete %s, is told as %s', (roster, complete, words) => {
  const [group] = model('AB').groups;
  expect(rosterWords({ ...group!, roster: roster && { ...roster, count: null, sources: [] }, complete }, DAY)).toBe(words);
});

describe('what to know before quoting', () => {
  test('names the universe, and partial lists where there are any', () => {
    expect(caveats(model('AC')).join(' ')).toContain('Here that is the 20 recorded municipalities.');
    expect(caveats(model('AC')).join(' ')).not.toContain('partial list');
    expect(caveats(model('AB')).join(' ')).toContain('partial list');
  });
  test('speaks of hatching only where something is hatched, of time only without a day', () => {
    expect(caveats(model('AB')).join(' ')).toContain('Hatched is only possible on 25 June 2021');
    expect(caveats(model('AC')).join(' ')).not.toContain('Hatched');
    expect(caveats(model('AC', undefined, null)).join(' ')).toContain('at the same time');
  });
});

describe('a declaration beside a group that its signatories joined', () => {
  const model = (tie: object | null, through: number, circular = 0) => {
    const data = answer('AC');
    data.overlap.groups[0]!.node.kind = 'DECLARATION';
    data.overlap.pairs.edges[0]!.node.circular = circular;
    const groups = structuredClone(recorded);
    const gamma = groups.find(({ id }) => id === 'network:c')!;
    gamma.ties = { edges: tie ? [{ id: 'e', kind: 'REFERS_TO', direction: 'OUT', basis: 'STATED', node: { id: 'network:a' } }, { id: 'f', kind: 'ISSUED', direction: 'OUT', basis: 'IMPLIED', node: { id: 'network:a' }, ...tie }] : [] };
    for (const edge of gamma.relations.edges.slice(0, through)) edge.through = { id: 'network:a' };
    return modelOf(data, groups, { of: 'recorded' });
  };
  const first = (...how: Parameters<typeof model>) => caveats(model(...how))[0]!;
  const act = 'signing and joining may be one act, and what both share then says nothing of two decisions.';
  test('by the closest of the relationships between both', () => expect(first({}, 0)).toBe(`Gamma issued Alpha (implied, not stated): ${act}`));
  test('read from its beginning', () => expect(first({ direction: 'IN', kind: 'MEMBER_OF', basis: 'STATED' }, 0)).toBe(`Alpha is a member of Gamma: ${act}`));
  test('by memberships that came by way of it', () => expect(first(null, 2)).toBe(`2 memberships of Gamma are recorded as by way of Alpha: ${act}`));
  test('by places that were inferred', () => expect(first({}, 1, 3)).toBe(`Gamma issued Alpha (implied, not stated), 1 membership of Gamma is recorded as by way of Alpha and 3 places in the one were inferred from the other: ${act}`));
  test('which the first sentence says too', () => expect(sentence(model({}, 0))).toMatch(/on average \(p = 0.001\)\. Signing the one and joining the other may have been one act\.$/));
  test('and no such word where nothing ties them', () => expect(first(null, 0)).not.toContain('one act'));
});

test('what was left out is told by reason, with the warnings that the page has no words for', () => {
  const data = answer('AB');
  data.overlap.excluded = { ...data.overlap.excluded, implied: 3, otherPlaceTypes: 1 };
  data.overlap.groups[0]!.fellOut = 1;
  data.overlap.warnings = ['numbers are among recorded members: no complete list of the day backs network:b', 'sdsm: the model could not be fitted'];
  expect(leftOut(modelOf(data, recorded, { of: 'recorded' }))).toEqual([
    '3 memberships that no source states in so many words; “Implied too” counts them.',
    '1 member that is a district, county or region.',
    '1 member of Alpha: no municipality, or outside those counted among.',
    'Sdsm: the model could not be fitted.',
  ]);
  expect(leftOut(model('AB'))).toEqual(['Nothing.']);
});
