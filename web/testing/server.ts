import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const BINARY = fileURLToPath(new URL('../../bin/citygraph', import.meta.url));
const START_MILLISECONDS = 15_000;

/** A citygraph server of our own, on a free port of this machine. */
export interface Server {
  /** Its address without a slash at the end, such as `http://127.0.0.1:40123`. */
  url: string;
  stop(): Promise<void>;
}

/** Starts `bin/citygraph serve` and waits for the line that names its address. `data` is a dataset's folder, else the seed. */
export async function startServer({ data }: { data?: string } = {}): Promise<Server> {
  if (!existsSync(BINARY)) throw new Error('bin/citygraph is missing: run make build first');
  const child = spawn(BINARY, ['serve', '--addr', '127.0.0.1:0', ...(data ? ['--data', data] : [])], { stdio: ['ignore', 'pipe', 'pipe'] });
  try {
    return { url: await address(child), stop: () => stop(child) };
  } catch (error) {
    await stop(child);
    throw error;
  }
}

function address(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let log = '';
    const fail = (why: string) => {
      clearTimeout(timer);
      reject(new Error(`citygraph serve ${why}; it printed:\n${log}`));
    };
    const timer = setTimeout(() => fail('named no address in time'), START_MILLISECONDS);
    const read = (chunk: Buffer) => {
      log += chunk;
      const port = /127\.0\.0\.1:([1-9]\d*)\b/.exec(log)?.[1];
      if (!port) return;
      clearTimeout(timer);
      resolve(`http://127.0.0.1:${port}`);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', (error) => fail(`did not start: ${error.message}`));
    child.once('exit', (code) => fail(`ended with ${code}`));
  });
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
