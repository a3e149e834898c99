import { pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useEffect, useRef } from 'react';
import { runNow } from './use-open';
import type { Link } from './link';

/** Runs the query that the page opened with, once, as soon as the editors stand. */
export function RunOpening({ link }: { link: Link }) {
  const actions = useGraphiQLActions();
  const { queryEditor, responseEditor } = useGraphiQL(pick('queryEditor', 'responseEditor'));
  const started = useRef(false);
  useEffect(() => {
    if (started.current || !queryEditor || !responseEditor) return;
    started.current = true;
    runNow(actions, link);
  }, [actions, link, queryEditor, responseEditor]);
  return null;
}
