import { below } from './address';

/** A GraphQL question, as it is sent and as "Query" opens it in the playground. */
export interface Question {
  query: string;
  variables?: Record<string, unknown>;
}

/** An id that is no longer in use, and what it led to. */
export interface Redirect {
  from: string;
  to: string;
  date: string;
  reason: string;
}

export interface Answer<T> {
  data: T;
  version: string;
  revision: string;
  redirects: Redirect[];
  /** Sentences of the API about this answer, such as that an absence is no fact. */
  warnings: string[];
}

/** Why there is no answer: `gone` nobody answered, `busy` try again, `refused` the question cannot be answered so. */
export type Trouble = 'gone' | 'busy' | 'refused';

export class AskError extends Error {
  constructor(
    readonly trouble: Trouble,
    message: string,
    /** The API's code: `not_found`, `too_costly` …; empty where it did not answer. */
    readonly code = '',
  ) {
    super(message);
  }
}

interface Body {
  data?: unknown;
  errors?: { message: string; extensions?: { code?: string } }[];
  extensions?: {
    dataset?: { version: string; revision: string };
    redirects?: Redirect[];
    warnings?: { message: string }[];
  };
}

const LONGEST_ADDRESS = 6000;
const KEPT = 100;
const answers = new Map<string, Answer<unknown>>();

/** The address that asks the question by GET. */
export function askAddress({ query, variables }: Question): string {
  const search = new URLSearchParams({ query });
  if (variables) search.set('variables', JSON.stringify(variables));
  return `${below('/graphql')}?${search}`;
}

/** The answer that is already here, if any. Answers of another revision than the last one are forgotten. */
export function kept<T>(question: Question): Answer<T> | undefined {
  return answers.get(askAddress(question)) as Answer<T> | undefined;
}

/** Asks the API, by GET where the address allows, so that browsers and proxies can keep the answer too. */
export async function ask<T>(question: Question, signal?: AbortSignal): Promise<Answer<T>> {
  const known = kept<T>(question);
  if (known) return known;
  const response = await send(question, signal);
  const answer = read<T>(await json(response), response.status);
  keep(askAddress(question), answer);
  return answer;
}

async function send(question: Question, signal?: AbortSignal): Promise<Response> {
  const address = askAddress(question);
  const headers = { Accept: 'application/graphql-response+json, application/json;q=0.9' };
  try {
    if (address.length <= LONGEST_ADDRESS) return await fetch(address, { headers, signal });
    return await fetch(below('/graphql'), {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: JSON.stringify(question),
      signal,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new AskError('gone', '');
  }
}

async function json(response: Response): Promise<Body> {
  try {
    return (await response.json()) as Body;
  } catch {
    throw new AskError(response.status >= 500 ? 'busy' : 'gone', '');
  }
}

/** What an answer's text says; its first error decides where there is one. */
export function read<T>(body: Body, status: number): Answer<T> {
  const first = body.errors?.[0];
  const code = first?.extensions?.code ?? '';
  if (first || !body.data) {
    const busy = code === 'unavailable' || code === 'internal' || status >= 500;
    throw new AskError(busy ? 'busy' : 'refused', first?.message ?? '', code);
  }
  return {
    data: body.data as T,
    version: body.extensions?.dataset?.version ?? '',
    revision: body.extensions?.dataset?.revision ?? '',
    redirects: body.extensions?.redirects ?? [],
    warnings: (body.extensions?.warnings ?? []).map((each) => each.message),
  };
}

function keep(key: string, answer: Answer<unknown>): void {
  const [any] = answers.values();
  if (any && any.revision !== answer.revision) answers.clear();
  if (answers.size >= KEPT) answers.delete(answers.keys().next().value!);
  answers.set(key, answer);
}
