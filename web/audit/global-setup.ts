import type { TestProject } from 'vitest/node';
import { startServer } from '../testing/server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the server under test answers GraphQL. */
    graphql: string;
  }
}

/** One server for the whole run. */
export default async function globalSetup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer();
  project.provide('graphql', `${server.url}/graphql`);
  return () => server.stop();
}
