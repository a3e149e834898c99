import { type ComponentType, lazy } from 'react';
import { below } from './address';

/** A part of the page that could not be fetched: the server is gone, or has a newer release under other names. */
export class NotFetched extends Error {}

const failed = new Set<() => void>();

/** Has what could not be fetched be asked for again when it is next shown. React itself shows a failure twice before it gives up. */
export function fetchAnew(): void {
  for (const each of failed) each();
  failed.clear();
}

/** A component that is fetched when it is first shown, and after a failure when the reader tries again. */
export function retrying<Props extends object = object>(load: () => Promise<{ default: ComponentType<Props> }>): ComponentType<Props> {
  let failures = 0;
  let Held = fetched();

  function fetched() {
    return lazy(async () => {
      try {
        if (failures > 0) await stylesAnew();
        return await load();
      } catch (error) {
        failures++;
        failed.add(() => (Held = fetched())); // React keeps a failure for good
        if (failures > 1 && (await answers())) window.location.reload(); // the release that this page is of is no longer served
        throw new NotFetched(String(error));
      }
    });
  }

  return function Page(props: Props) {
    return <Held {...props} />;
  };
}

/** Style sheets that failed are not asked for again with their script: each is replaced by one that is. */
async function stylesAnew(): Promise<void> {
  const broken = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].filter(unread);
  await Promise.all(
    broken.map(
      (link) =>
        new Promise((resolve, reject) => {
          const fresh = link.cloneNode() as HTMLLinkElement;
          fresh.onload = resolve;
          fresh.onerror = reject;
          link.replaceWith(fresh);
        }),
    ),
  );
}

/** Whether a style sheet of ours has no rules to read: browsers keep an empty one for what was not fetched. */
function unread({ sheet }: HTMLLinkElement): boolean {
  try {
    return !sheet?.cssRules;
  } catch {
    return true;
  }
}

async function answers(): Promise<boolean> {
  try {
    return (await fetch(below('/'), { method: 'HEAD', cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}
