/** A question that the dataset answers: one file of docs/examples. */
export interface Question {
  /** The file's name without its ending, such as `01-members-of-iash`. */
  id: string;
  /** The question in plain words: the file's leading comment. */
  title: string;
  /** The whole file, comment included: what the editor shows and the server gets. */
  query: string;
}

/** The comment lines at the head of a GraphQL document, joined; empty where it has none. */
export function leadingComment(document: string): string {
  const lines: string[] = [];
  for (const line of document.trimStart().split('\n')) {
    if (!line.startsWith('#')) break;
    lines.push(line.replace(/^#+\s*/, '').trim());
  }
  return lines.join(' ').replace(/\s+/g, ' ').trim();
}

/** Questions from documents by path, ordered by file name. */
export function readQuestions(documents: Record<string, string>): Question[] {
  return Object.entries(documents)
    .map(([path, text]) => {
      const id = path.replace(/^.*\//, '').replace(/\.graphql$/, '');
      return { id, title: leadingComment(text) || id, query: text.trim() + '\n' };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Lower case without marks, so that "zurich" finds Zürich and "munchen" München. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss').toLowerCase();
}

/** The questions in whose title or query every word of the search text occurs. */
export function searchQuestions(questions: Question[], text: string): Question[] {
  const words = fold(text).split(/\s+/).filter(Boolean);
  return questions.filter((question) => {
    const haystack = fold(`${question.title} ${question.query}`);
    return words.every((word) => haystack.includes(word));
  });
}
