import { pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useEffect, useRef } from 'react';
import type { Link } from './link';
import { isPhone } from './phone';
import { runNow } from './use-open';

/** Once the editors stand: wraps long lines, and runs the query that the page opened with, if any. */
export function Settle({ run }: { run: Link | null }) {
  const actions = useGraphiQLActions();
  const { queryEditor, responseEditor } = useGraphiQL(pick('queryEditor', 'responseEditor'));
  const started = useRef(false);
  useEffect(() => {
    if (started.current || !queryEditor || !responseEditor) return;
    started.current = true;
    queryEditor.updateOptions({ wordWrap: 'on', wrappingIndent: 'indent' });
    if (isPhone()) queryEditor.updateOptions({ lineNumbers: 'off', folding: false, lineDecorationsWidth: 0 });
    if (run) runNow(actions, run);
  }, [actions, run, queryEditor, responseEditor]);
  return null;
}
