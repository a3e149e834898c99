import { describe, expect, it } from 'vitest';
import { cameraParam, DRAWN, kindsPatch, listParam, readChosen, toggled } from './state';

const read = (search: string) => readChosen(new URLSearchParams(search));

describe('readChosen', () => {
  it('shows cities and networks while nothing is chosen, and every kind around chosen nodes', () => {
    expect(read('').kinds).toEqual(['CITY', 'NETWORK']);
    expect(read('from=city:berlin').kinds).toEqual(DRAWN);
    expect(read('from=city:berlin&kinds=EVENT,CITY').kinds).toEqual(['CITY', 'EVENT']);
    expect(read('kinds=none').kinds).toEqual([]);
  });

  it('reads the whole choice from an address', () => {
    const all = read('countries=DE,IT&relations=FUNDS&date=2024-08-31&certainty=CERTAIN&layout=force&expand=a:b&select=city:x&pin=city:y,city:z&view=0.4,0.6,0.5');
    expect(all).toMatchObject({
      countries: ['DE', 'IT'], relations: ['FUNDS'], date: '2024-08-31', certainty: 'CERTAIN', layout: 'force', expand: ['a:b'], select: 'city:x', pin: ['city:y', 'city:z'], camera: { x: 0.4, y: 0.6, ratio: 0.5 },
    }); // prettier-ignore
  });

  it('passes over what is no choice', () => {
    expect(read('date=2024-02-30&layout=x&certainty=y&view=1,2&kinds=SOURCE,CITY')).toMatchObject({ date: null, layout: 'two-mode', certainty: 'POSSIBLE', camera: null, kinds: ['CITY'] });
    expect(read('view=0,0,-1').camera).toBeNull();
  });
});

describe('parameters', () => {
  it('leaves out what is usual and writes an empty list', () => {
    expect(kindsPatch(read('kinds=CITY'), 'NETWORK')).toEqual({ kinds: null });
    expect(kindsPatch(read(''), 'EVENT')).toEqual({ kinds: 'CITY,NETWORK,EVENT' });
    expect(kindsPatch(read('kinds=CITY'), 'CITY')).toEqual({ kinds: 'none' });
    expect(listParam([])).toBeNull();
    expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
  });

  it('writes a camera that moved, shortly, and none that shows the whole', () => {
    expect(cameraParam({ x: 0.12345, y: 0.5, ratio: 0.25 })).toBe('0.123,0.5,0.25');
    expect(cameraParam({ x: 0.5001, y: 0.5, ratio: 1 })).toBeNull();
    expect(read(`view=${cameraParam({ x: 0.12345, y: 0.5, ratio: 0.25 })}`).camera).toEqual({ x: 0.123, y: 0.5, ratio: 0.25 });
  });
});
