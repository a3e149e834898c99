import { buildClientSchema, getIntrospectionQuery, type GraphQLSchema } from 'graphql';

/** The schema as the server tells it to any client, deprecated parts and descriptions included. */
export async function readSchema(url: string): Promise<GraphQLSchema> {
  const query = getIntrospectionQuery({ schemaDescription: true, inputValueDeprecation: true, specifiedByUrl: true });
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(`introspection is refused: ${JSON.stringify(errors)}`);
  return buildClientSchema(data);
}
