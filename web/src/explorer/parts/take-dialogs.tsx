import { type RefObject, useEffect, useId, useState } from 'react';
import { cite } from '../take/cite';
import { embedCode } from '../take/embed';
import { embedHeight, FALLBACK } from '../take/embed-height';
import type { Provenance } from '../take/types';
import { common } from '../text/common';
import { embed as e } from '../text/embed';
import './answer.css';

const t = common.take;

export function CiteDialog({ opener, page }: { opener: RefObject<HTMLDialogElement | null>; page: Provenance }) {
  const cited = cite(page);
  return (
    <Dialog opener={opener} title={t.citeTitle}>
      <Copyable label={t.citeText} text={cited.text} prose />
      <Copyable label={t.citeBibtex} text={cited.bibtex} />
      <Copyable label={t.citeCsl} text={cited.csl} />
    </Dialog>
  );
}

const WIDTHS = [360, 720, 1100];

interface EmbedProps {
  opener: RefObject<HTMLDialogElement | null>;
  address: string;
  title: string;
  /** Whether it is open: only then the page is loaded a second time, to be measured. */
  open: boolean;
  onClose: () => void;
}

/** The lines of a frame, as high as what is shown now at the width that the frame will have. */
export function EmbedDialog({ opener, address, title, open, onClose }: EmbedProps) {
  const [width, setWidth] = useState(WIDTHS[1]!);
  const height = useEmbedHeight(open ? address : null, width);
  return (
    <Dialog opener={opener} title={t.embedTitle} onClose={onClose}>
      <p>{t.embedText}</p>
      <div className="choices" role="group" aria-label={e.width}>
        {WIDTHS.map((each) => (
          <button key={each} type="button" aria-pressed={each === width} onClick={() => setWidth(each)}>
            {e.widths[each]}
          </button>
        ))}
      </div>
      <p className="small quiet" role="status">
        {height === undefined ? e.measuring : height === null ? e.unmeasured : e.measured(height, width)}
      </p>
      <Copyable label="HTML" text={embedCode(address, title, height ?? FALLBACK)} />
    </Dialog>
  );
}

/** Undefined until it is measured, null where it cannot be. */
function useEmbedHeight(address: string | null, width: number): number | null | undefined {
  const [found, setFound] = useState<{ of: string; height: number | null }>();
  const of = `${width} ${address}`;
  useEffect(() => {
    if (!address) return;
    const stop = new AbortController();
    void embedHeight(address, width, stop.signal).then((height) => !stop.signal.aborted && setFound({ of, height }));
    return () => stop.abort();
  }, [of]);
  return found?.of === of ? found.height : undefined;
}

function Dialog({ opener, title, onClose, children }: { opener: RefObject<HTMLDialogElement | null>; title: string; onClose?: () => void; children: React.ReactNode }) {
  const id = useId();
  return (
    <dialog ref={opener} aria-labelledby={id} onClose={onClose} onClick={({ target, currentTarget }) => target === currentTarget && currentTarget.close()}>
      <header>
        <h2 id={id}>{title}</h2>
        <button type="button" onClick={() => opener.current?.close()}>
          {t.close}
        </button>
      </header>
      {children}
    </dialog>
  );
}

/** Text to take along, with a button that copies it; where the clipboard is closed, it can be marked. */
export function Copyable({ label, text, prose }: { label: string; text: string; prose?: boolean }) {
  const [copied, setCopied] = useState(false);
  const id = useId();
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      setTimeout(() => setCopied(false), 3000);
    } catch {
      const element = document.getElementById(id);
      if (element) window.getSelection()?.selectAllChildren(element);
    }
  }
  return (
    <>
      <div className="headed">
        <h3>{label}</h3>
        <button type="button" onClick={copy} aria-label={`${t.copy}: ${label}`}>
          <span aria-live="polite">{copied ? t.copied : t.copy}</span>
        </button>
      </div>
      <pre id={id} className={prose ? 'copied prose' : 'copied'} tabIndex={0} aria-label={label}>
        {text}
      </pre>
    </>
  );
}
