/** What a frame gets where its page could not be measured, in pixels. */
export const FALLBACK = 1000;
const LEAST = 320;
const STEP_MILLISECONDS = 250;
/** A picture that is as high as its window lets the frame grow; one that always wants more than there is fits no frame. */
const GROWTHS = 3;
const PATIENCE_MILLISECONDS = 20_000;

/** How high a page of `/embed` is in a frame of this width, in pixels, once it is loaded: it differs with what is chosen. Null where it does not load, or no height is enough. */
export async function embedHeight(address: string, width: number, signal: AbortSignal): Promise<number | null> {
  const frame = document.createElement('iframe');
  frame.src = address;
  frame.title = address;
  frame.setAttribute('aria-hidden', 'true');
  Object.assign(frame.style, { position: 'fixed', left: '-10000px', top: '0', width: `${width}px`, height: `${LEAST}px`, border: '0', visibility: 'hidden' });
  document.body.append(frame);
  try {
    return await settled(frame, signal);
  } finally {
    frame.remove();
  }
}

/** The height at which all fits, and that stays the same over two looks. */
async function settled(frame: HTMLIFrameElement, signal: AbortSignal): Promise<number | null> {
  const until = performance.now() + PATIENCE_MILLISECONDS;
  let before: number | null = null;
  let growths = 0;
  while (performance.now() < until && !signal.aborted) {
    await new Promise((resolve) => setTimeout(resolve, STEP_MILLISECONDS));
    const now = heightOf(frame.contentDocument);
    if (now !== null && now === before) {
      if (now <= frame.clientHeight) return now;
      if (growths++ === GROWTHS) return null;
      frame.style.height = `${now}px`;
    }
    before = now;
  }
  return null;
}

function heightOf(page: Document | null): number | null {
  if (!page?.querySelector('main h1:not([data-waiting])') || page.querySelector('.bone')) return null;
  return Math.ceil(page.documentElement.scrollHeight);
}
