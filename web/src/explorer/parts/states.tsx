import type { AskError } from '../lib/ask';
import { useTitle } from '../lib/title';
import { common } from '../text/common';

interface Waiting {
  lines?: number;
  slow?: boolean;
  /** It stands for the whole page, and so for its heading. */
  page?: boolean;
}

/** Grey lines where text will stand, so that nothing jumps. */
export function Skeleton({ lines = 8, slow = false, page = false }: Waiting) {
  return (
    <div>
      {page && (
        <h1 className="unseen" data-waiting>
          {common.states.waiting}
        </h1>
      )}
      <p role="status" className={slow ? 'quiet' : 'unseen'}>
        {slow ? common.states.slow : common.states.waiting}
      </p>
      <div aria-hidden="true">
        <span className="bone" style={{ height: 34, width: '42%', marginBottom: 20 }} />
        {Array.from({ length: lines }, (_, i) => (
          <span key={i} className="bone" style={{ width: `${[92, 97, 88, 64][i % 4]}%`, maxWidth: 680 }} />
        ))}
      </div>
    </div>
  );
}

/** What went wrong, what still works, and what to do. */
export function Failure({ error, again, title, page }: { error: AskError; again: () => void; title?: string; page?: boolean }) {
  const { title: heading, text } = common.states.trouble[error.trouble];
  const Heading = page ? 'h1' : 'h2'; // of the whole page, or of a part
  return (
    <div className="notice warn" role="alert">
      <Heading>{title ?? heading}</Heading>
      <p>{text}</p>
      {error.message && <p className="small">{common.states.said(error.message)}</p>}
      {error.trouble !== 'refused' && (
        <button type="button" onClick={again}>
          {common.states.again}
        </button>
      )}
    </div>
  );
}

/** An empty place with words in it: what would fill it. */
export function Empty({ children }: { children: string }) {
  return <p className="notice quiet">{children}</p>;
}

export function NotFound() {
  useTitle(common.states.notFound);
  return (
    <>
      <h1>{common.states.notFound}</h1>
      <p>{common.states.notFoundText}</p>
    </>
  );
}
