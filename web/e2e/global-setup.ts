import { startServer } from '../testing/server.ts';

/** One server for the whole run; the workers inherit its address. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const server = await startServer();
  process.env.CITYGRAPH_TEST_URL = server.url;
  return () => server.stop();
}
