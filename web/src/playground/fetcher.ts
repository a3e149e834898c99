/** What GraphiQL asks the fetcher for. */
interface Request {
  query: string;
  operationName?: string | null;
  variables?: unknown;
}

/** The API stands beside the page, behind whatever path prefix both have. */
const endpoint = new URL('graphql', window.location.href).pathname;

/** Sends one query to the server that served this page. */
export async function fetcher(request: Request): Promise<Record<string, unknown>> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/graphql-response+json, application/json;q=0.9',
    },
    body: JSON.stringify(request),
  });
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`The server answered with status ${response.status} and no JSON: ${text.slice(0, 200)}`);
  }
}
