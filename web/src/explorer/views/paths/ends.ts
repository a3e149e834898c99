/** The cities with the most on record, most first, each with whom a relationship ties it to (query.ts). */
export interface EndsData {
  cities: { edges: { node: City }[] };
}

interface City {
  id: string;
  relations: { edges: { node: { id: string } }[] };
}

const tied = (city: City, id: string) => city.relations.edges.some(({ node }) => node.id === id);

/** Both ends: what was chosen, and for the rest the cities with the most on record that no relationship ties to the other end. */
export function endsOf({ cities }: EndsData, from: string, to: string): { from: string; to: string } {
  if (from && to) return { from, to };
  const all = cities.edges.map(({ node }) => node);
  const free = (of: string) => all.find((each) => each.id !== of && !tied(each, of))?.id ?? '';
  if (from || to) return { from: from || free(to), to: to || free(from) };
  for (const [i, second] of all.entries()) {
    const first = all.slice(0, i).find(({ id }) => !tied(second, id));
    if (first) return { from: first.id, to: second.id };
  }
  return { from: '', to: '' };
}
