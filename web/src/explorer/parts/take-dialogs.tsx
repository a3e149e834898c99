import { type RefObject, useId, useState } from 'react';
import { cite } from '../take/cite';
import { embedCode } from '../take/embed';
import type { Provenance } from '../take/types';
import { common } from '../text/common';

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

export function EmbedDialog({ opener, address, title }: { opener: RefObject<HTMLDialogElement | null>; address: string; title: string }) {
  return (
    <Dialog opener={opener} title={t.embedTitle}>
      <p>{t.embedText}</p>
      <Copyable label="HTML" text={embedCode(address, title)} />
    </Dialog>
  );
}

function Dialog({ opener, title, children }: { opener: RefObject<HTMLDialogElement | null>; title: string; children: React.ReactNode }) {
  const id = useId();
  return (
    <dialog ref={opener} aria-labelledby={id} onClick={({ target, currentTarget }) => target === currentTarget && currentTarget.close()}>
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
