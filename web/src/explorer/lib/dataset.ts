import type { Question } from './ask';
import { useAnswer } from './use-answer';

/** The dataset that is served. */
export interface Dataset {
  title: string;
  version: string;
  revision: string;
  /** SPDX identifier. */
  licence: string;
  citation: string;
  nodeCounts: { kind: string; count: number }[];
  edgeCounts: { kind: string; count: number }[];
}

export const DATASET: Question = {
  query: `query Dataset {
  dataset {
    title
    version
    revision
    licence
    citation
    nodeCounts { kind count }
    edgeCounts { kind count }
  }
}`,
};

/** The dataset, null until it is known. */
export function useDataset(): Dataset | null {
  const asked = useAnswer<{ dataset: Dataset }>(DATASET);
  return asked.state === 'ready' ? asked.answer.data.dataset : null;
}

/** `CC-BY-4.0` as people write it, with its address where it is a Creative Commons licence. */
export function licenceWords(spdx: string): { name: string; url?: string } {
  const cc = /^CC-(BY(?:-[A-Z]+)*)-(\d\.\d)$/.exec(spdx);
  if (!cc) return { name: spdx, url: spdx === 'CC0-1.0' ? 'https://creativecommons.org/publicdomain/zero/1.0/' : undefined };
  return { name: `CC ${cc[1]} ${cc[2]}`, url: `https://creativecommons.org/licenses/${cc[1]!.toLowerCase()}/${cc[2]}/` };
}
