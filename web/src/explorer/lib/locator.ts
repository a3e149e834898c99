/** A row of the editors' research tables: what a source was read for, where no place in the page was written down. */
export interface ResearchRow {
  table: string;
  row: string;
}

const ROW = /^([\w-]+)\.tsv(?:, (.+))?$/;

/** The research row that a locator names; null where it names a place in the source itself. */
export function researchRow(locator: string): ResearchRow | null {
  const found = ROW.exec(locator);
  return found ? { table: `${found[1]}.tsv`, row: found[2] ?? '' } : null;
}
