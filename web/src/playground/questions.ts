/** A question that the dataset answers: one file of docs/examples. */
export interface Question {
  /** The file's name without its ending, such as `01-members-of-the-alliance`. */
  id: string;
  /** The question in plain words, from the file's leading comment. */
  title: string;
  /** What to know about its answer: the rest of that comment, in brackets there; often empty. */
  note: string;
  /** The whole file, comment included: what the editor shows and the server gets. */
  query: string;
}

/** The comment at the head of a GraphQL document: a title, and a note where a line begins with "(". */
export function leadingComment(document: string): { title: string; note: string } {
  const lines: string[] = [];
  for (const line of document.trimStart().split('\n')) {
    if (!line.startsWith('#')) break;
    lines.push(line.replace(/^#+\s*/, '').trim());
  }
  const split = lines.findIndex((line) => line.startsWith('('));
  const join = (part: string[]) => part.join(' ').replace(/\s+/g, ' ').trim();
  if (split <= 0) return { title: join(lines), note: '' };
  return { title: join(lines.slice(0, split)), note: join(lines.slice(split)).replace(/^\((.*)\)$/, '$1') };
}

/** Questions from documents by path, ordered by file name. */
export function readQuestions(documents: Record<string, string>): Question[] {
  return Object.entries(documents)
    .map(([path, text]) => {
      const id = path.replace(/^.*\//, '').replace(/\.graphql$/, '');
      const { title, note } = leadingComment(text);
      return { id, title: title || id, note, query: text.trim() + '\n' };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Lower case without marks, so that "zurich" finds Zürich and "munchen" München. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss').toLowerCase();
}

/** The questions in whose comment or query every word of the search text occurs. */
export function searchQuestions(questions: Question[], text: string): Question[] {
  const words = fold(text).split(/\s+/).filter(Boolean);
  return questions.filter((question) => {
    const haystack = fold(question.query);
    return words.every((word) => haystack.includes(word));
  });
}
