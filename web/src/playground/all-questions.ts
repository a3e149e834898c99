import { readQuestions } from './questions';

/** Every question of docs/examples, taken in when the pages are built. */
export const questions = readQuestions(
  import.meta.glob<string>('../../../docs/examples/*.graphql', { query: '?raw', import: 'default', eager: true }),
);
