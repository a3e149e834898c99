import { Suspense, useEffect, useRef } from 'react';
import { useAddress } from './lib/address';
import { useDataset } from './lib/dataset';
import { FactSheet } from './parts/fact-sheet';
import { EmbedFrame, Frame } from './parts/frame';
import { Guard } from './parts/guard';
import { NotFound, Skeleton } from './parts/states';
import { viewAt } from './views';

/** The page: the frame around the view that the address names, and the evidence beside it. */
export function App() {
  const { path, embed } = useAddress();
  const view = viewAt(path);
  const Around = embed ? EmbedFrame : Frame;
  useDataset(); // asked at once: no file leaves without the dataset's version
  useArrival(path);
  return (
    <Around bleed={view?.bleed}>
      <Guard key={path} page>
        <Suspense fallback={<Skeleton page />}>{view ? <view.Page /> : <NotFound />}</Suspense>
      </Guard>
      <FactSheet />
    </Around>
  );
}

/** After a step to another page the reader, and the screen reader, stand at its heading. */
function useArrival(path: string): void {
  const came = useRef(path);
  useEffect(() => {
    if (came.current === path) return;
    came.current = path;
    const watch = new MutationObserver(arrive);
    function arrive() {
      const heading = document.querySelector<HTMLElement>('main h1:not([data-waiting])');
      if (!heading) return;
      watch.disconnect();
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    }
    watch.observe(document.body, { childList: true, subtree: true });
    requestAnimationFrame(arrive);
    return () => watch.disconnect();
  }, [path]);
}
