import { startServer } from '../testing/server.ts';

/** One server for the whole run, unless CITYGRAPH_TEST_URL names one that runs already. */
export default async function globalSetup(): Promise<(() => Promise<void>) | void> {
  if (process.env.CITYGRAPH_TEST_URL) return;
  const server = await startServer();
  process.env.CITYGRAPH_TEST_URL = server.url; // the workers inherit it
  return () => server.stop();
}
