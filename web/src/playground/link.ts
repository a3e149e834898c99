/** A query as an address carries it, by the names that GraphQL over HTTP uses. */
export interface Link {
  query: string;
  /** JSON text; empty where there are none. */
  variables: string;
  operationName?: string;
}

/** Reads `?query=…&variables=…&operationName=…`; null where there is no query. */
export function readLink(search: string): Link | null {
  const parameters = new URLSearchParams(search);
  const query = parameters.get('query');
  if (!query?.trim()) return null;
  return {
    query,
    variables: indented(parameters.get('variables') ?? ''),
    operationName: parameters.get('operationName') || undefined,
  };
}

/** The address of page that opens the playground with this query. */
export function writeLink(page: string, link: Link): string {
  const url = new URL(page);
  url.hash = '';
  url.search = '';
  url.searchParams.set('query', link.query);
  if (link.variables.trim()) url.searchParams.set('variables', link.variables);
  if (link.operationName) url.searchParams.set('operationName', link.operationName);
  return url.href;
}

/** JSON laid out for reading; text that is no JSON stays as it came, for the editor to mark. */
function indented(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}
