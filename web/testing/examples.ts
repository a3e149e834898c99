import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readQuestions, type Question } from '../src/playground/questions.ts';

const FOLDER = fileURLToPath(new URL('../../docs/examples/', import.meta.url));

/** A question of docs/examples with its expected answer, the response's `data`. */
export interface Example extends Question {
  data: unknown;
}

/** All of docs/examples, in order. */
export function readExamples(): Example[] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.graphql'));
  const questions = readQuestions(Object.fromEntries(files.map((name) => [name, readFileSync(FOLDER + name, 'utf8')])));
  return questions.map((question) => ({
    ...question,
    data: JSON.parse(readFileSync(`${FOLDER}${question.id}.json`, 'utf8')),
  }));
}
