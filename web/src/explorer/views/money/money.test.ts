import { expect, test } from 'vitest';
import { certaintyOf, focused, type FundingData, givenWords, moneySentence, overview, type OverviewData, payeeIds, type PayeesData, saidUnfunded, scaleOf, unfundedWords } from './model';
import { bandPath, layoutSankey } from './sankey';
import type { Funding, Party, Sum } from './types';

const measure = (text: string) => text.length * 7;
const party = (name: string): Party => ({ id: `x:${name}`, kind: 'CITY', name });
const source = (id: string, publisher: string) => ({ basis: 'STATED', locator: 'L1', source: { id, name: id, publisher } });

function funding(payer: string, payee: string, amount: number | null = null, more: Partial<Funding> = {}): Funding {
  return {
    id: `${payer}-${payee}`, payer: party(payer), payee: party(payee), layer: 0, amount, currency: amount === null ? null : 'EUR', amountQualifier: amount === null ? null : 'EXACT',
    amountPer: amount === null ? null : 'TOTAL', moneyFrom: null, since: null, until: null, seen: [], basis: 'STATED', sources: [], ...more,
  }; // prettier-ignore
}

function edge(payer: string, payee: string, distance: number) {
  const { payer: from, payee: to, layer: _, id, since, until, seen, moneyFrom, basis, sources, ...rest } = funding(payer, payee);
  return { ...rest, payer: from, payee: to, distance, edge: { id, since, until, seen, moneyFrom, basis, sources } };
}

function answer(name: string, received: ReturnType<typeof edge>[], given: ReturnType<typeof edge>[], sums: { received?: Sum; given?: Sum } = {}): FundingData {
  const side = (edges: ReturnType<typeof edge>[]) => ({ assumptions: { sentence: 'FUNDS' }, excluded: { implied: 1 }, truncated: false, unfunded: [], fundings: { totalCount: edges.length, edges } });
  return { node: party(name), received: { ...side(received), received: sums.received ?? null }, given: { ...side(given), given: sums.given ?? null } };
}

test('payees of every kind, and of whom a source says that nobody pays it', () => {
  const claim = (value: string) => [{ value, basis: 'STATED', sources: [source('s', 'Land Berlin'), source('t', 'Land Berlin')] }];
  const data: PayeesData = {
    networks: { totalCount: 1, edges: [{ node: { id: 'x:B' } }] },
    organizations: { totalCount: 1, edges: [{ node: { id: 'x:A' } }] },
    said_networks: { edges: [{ node: { ...party('B'), claims: claim('none') } }, { node: { ...party('C'), claims: claim('none') } }, { node: { ...party('D'), claims: claim('a bank') } }] },
  };
  expect(payeeIds(data)).toEqual(['x:A', 'x:B']);
  const said = saidUnfunded(data);
  expect(said.map(unfundedWords)).toEqual(['B is expressly unfunded, says Land Berlin, and yet a funder is recorded.', 'C is expressly unfunded, says Land Berlin.']);
});

test('all money: each relationship once, read from payer to payee, and never summed', () => {
  const relation = (id: string, direction: string, node: string, amount: number | null) => {
    const { payer: _, payee: __, layer: ___, ...rest } = funding('', '', amount);
    return { ...rest, id, direction, node: party(node) };
  };
  const nodes: OverviewData['nodes'] = [
    { ...party('B'), relations: { totalCount: 3, edges: [relation('e1', 'IN', 'A', 5), relation('e2', 'OUT', 'C', null)] } },
    { ...party('C'), relations: { totalCount: 1, edges: [relation('e2', 'IN', 'B', null)] } },
  ];
  const money = overview({ nodes }, [], 'all');
  expect(money.fundings.map(({ payer, payee }) => `${payer.name} ${payee.name}`)).toEqual(['A B', 'B C']);
  expect(money.left).toBe(1);
  expect(moneySentence(money)).toBe('2 fundings are recorded, from 2 payers to 2 payees; for 1 a source says how much, for 1 none does, so there is no total.');
});

test('one record: the sums are those of the API, with what they leave out', () => {
  const sum: Sum = { totals: [{ currency: 'EUR', amount: 22000, relationships: 3 }], summed: 3, notSummable: 4, unknown: 2 };
  const both = focused(answer('B', [edge('A', 'B', 1), edge('Z', 'A', 2)], [edge('B', 'C', 1)], { received: sum, given: { totals: [], summed: 0, notSummable: 0, unknown: 1 } }));
  expect(both.fundings.map(({ id, layer }) => `${id} ${layer}`)).toEqual(['A-B -1', 'Z-A -2', 'B-C 0']);
  expect(both.implied).toBe(2);
  expect(moneySentence(both)).toBe(
    'Of 9 recorded fundings that B received at first hand, 3 can be summed: EUR 22,000; for 4 an amount is known that does not add up with others; for 2 no source says how much. ' +
      'Of 1 recorded funding that B gave, none can be summed; for 1 no source says how much.',
  );
  expect(moneySentence(focused(answer('B', [], [])))).toBe('No payer of B is recorded, and nobody whom it pays: that does not say that there are none.');
});

test('bands are drawn by what is known of the amount, in one currency', () => {
  const all = [funding('A', 'B', 5), funding('C', 'B', 9), funding('D', 'B', 7, { currency: 'CHF' }), funding('E', 'B')];
  expect(scaleOf(all)).toBe('EUR');
  expect(scaleOf([funding('E', 'B')])).toBeNull();
  expect(all.map((each) => certaintyOf(each, 'EUR'))).toEqual(['exact', 'exact', 'unknown', 'unknown']);
  expect(certaintyOf(funding('A', 'B', 5, { amountQualifier: 'OVER' }), 'EUR')).toBe('vague');
  expect(certaintyOf(funding('A', 'B', 5, { amountPer: null }), 'EUR')).toBe('vague');
});

test('the table tells, as the picture does, that no source says for what time an amount is', () => {
  const of = (amountPer: string | null, amount: number | null = 30_000) => givenWords({ amount, currency: 'EUR', amountQualifier: 'EXACT', amountPer });
  expect(of(null)).toBe('EUR 30,000, not said whether in all or a year');
  expect([of('TOTAL'), of('YEAR'), of(null, null)]).toEqual(['EUR 30,000', 'EUR 30,000 a year', '']);
});

test('bands are to scale, end within their nodes, and nodes do not overlap', () => {
  const all = [funding('A', 'B', 100), funding('C', 'B', 50), funding('D', 'B'), funding('A', 'E', 25), funding('B', 'F', 10, { layer: 1 }), funding('Z', 'A', 1, { layer: -1 })];
  for (const width of [358, 1132]) {
    const { nodes, bands, height } = layoutSankey(all, width, measure);
    const thick = (id: string) => bands.find((each) => each.id === id)!.thick;
    expect(thick('C-B')).toBeCloseTo(thick('A-B') / 2);
    expect(thick('Z-A')).toBe(2);
    for (const band of bands) {
      const at = (x: number, y: number) => nodes.some((node) => Math.abs(node.x - x) <= 8 && node.y <= y + 0.01 && y + band.thick <= node.y + node.height + 0.01);
      expect(at(band.x0 - 8, band.y0)).toBe(true);
      expect(at(band.x1, band.y1)).toBe(true);
      expect(band.x0).toBeLessThan(band.x1);
    }
    for (const a of nodes) {
      expect(a.y).toBeGreaterThanOrEqual(0);
      expect(a.y + a.height).toBeLessThanOrEqual(height + 0.01);
      const left = a.anchor === 'end' ? a.labelX - measure(a.label) : a.labelX;
      expect(left).toBeGreaterThanOrEqual(0);
      expect(left + measure(a.label)).toBeLessThanOrEqual(width);
      for (const b of nodes) if (a !== b && a.x === b.x) expect(a.y + a.height <= b.y || b.y + b.height <= a.y).toBe(true);
    }
  }
  expect(layoutSankey([], 400, measure).height).toBe(0);
});

test('money that comes back is drawn, not followed for ever', () => {
  const { nodes, bands } = layoutSankey([funding('A', 'B'), funding('B', 'A')], 400, measure);
  expect(bands).toHaveLength(2);
  expect(nodes).toHaveLength(4);
});

test("a band's outline is closed", () => {
  const [band] = layoutSankey([funding('A', 'B')], 400, measure).bands;
  expect(bandPath(band!)).toMatch(/^M[\d.]+ [\d.]+C.*Z$/);
});
