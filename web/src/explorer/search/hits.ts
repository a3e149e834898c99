/** A node that the search found. */
export interface Hit {
  score: number;
  matchedName: string;
  node: { id: string; kind: string; name: string; country?: string | null; placeType?: string | null; publisher?: string | null };
}

export interface Group {
  kind: string;
  hits: Hit[];
}

/** Of equally good hits, the name that is nearest to the text in length: who types "munchn" does not mean Grafing bei München. */
export function ranked(hits: Hit[], text: string): Hit[] {
  const far = ({ matchedName }: Hit) => Math.abs(matchedName.length - text.length);
  return [...hits].sort((a, b) => b.score - a.score || far(a) - far(b));
}

/** Hits by kind: the kind of the best hit first, and within a kind the best first, in their order. */
export function grouped(hits: Hit[]): Group[] {
  const groups = new Map<string, Hit[]>();
  for (const hit of hits) {
    const group = groups.get(hit.node.kind);
    if (group) group.push(hit);
    else groups.set(hit.node.kind, [hit]);
  }
  return [...groups].map(([kind, all]) => ({ kind, hits: all }));
}

/** Where the mark stands after a key, going round through a list of n; -1 is none. */
export function moved(key: string, at: number, n: number): number {
  if (n === 0) return -1;
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % n;
    case 'ArrowUp':
      return at <= 0 ? n - 1 : at - 1;
    case 'Home':
      return 0;
    case 'End':
      return n - 1;
    default:
      return at;
  }
}
