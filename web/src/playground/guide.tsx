import { MarkdownContent, type GraphiQLPlugin } from '@graphiql/react';
import { useLayoutEffect, useRef } from 'react';
import rules from '../../../docs/api.md?raw';
import { unlinked } from './unlinked';

const text = unlinked(rules);

function Guide() {
  const section = useRef<HTMLElement>(null);
  // The panes share one scroller, which would stand where the list of questions was left.
  useLayoutEffect(() => {
    section.current?.closest('.graphiql-plugin')?.scrollTo(0, 0); // braces: newer browsers return a promise
  }, []);
  return (
    <section ref={section} className="guide" aria-label="Guide">
      <MarkdownContent type="description">{text}</MarkdownContent>
    </section>
  );
}

function Icon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" aria-hidden="true">
      <circle cx="12" cy="12" r="9" />
      <path d="M9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.7.4-1.1.9-1.1 1.8M12 16.8v.1" />
    </svg>
  );
}

/** The pane with docs/api.md: the rules that hold across all fields. */
export const GUIDE_PLUGIN: GraphiQLPlugin = { title: 'Guide', icon: Icon, content: Guide };
