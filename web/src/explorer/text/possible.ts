/** Why a relationship is only possible on a day. */
export const possible = {
  before: (by: string) => `had begun by ${by}; whether earlier, no source says`,
  began: (from: string, by: string) => `began on some day from ${from} to ${by}`,
  done: (from: string, by: string) => (from ? `done on some day from ${from} to ${by}` : `done by ${by}`),
  after: (last: string) => `last recorded on ${last}; no source says whether it still held`,
  ended: (from: string, by: string) => `ended on some day from ${from} to ${by}`,
  past: 'recorded only before this day; whether it still held, no source says',
  future: 'recorded only after this day; whether it held already, no source says',
  within: 'its dates are not known to the day',
  unknown: 'no source says when',
};
