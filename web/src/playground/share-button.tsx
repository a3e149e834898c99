import { pick, ToolbarButton, useGraphiQL } from '@graphiql/react';
import { useState } from 'react';
import { writeLink } from './link';

/** Copies an address that opens this very query; where the clipboard is closed, the address bar has it. */
export function ShareButton() {
  const { queryEditor, variableEditor, operationName } = useGraphiQL(
    pick('queryEditor', 'variableEditor', 'operationName'),
  );
  const [done, setDone] = useState(false);

  async function share() {
    const link = { query: queryEditor?.getValue() ?? '', variables: variableEditor?.getValue() ?? '', operationName };
    const address = writeLink(window.location.href, link);
    window.history.replaceState(null, '', address);
    await navigator.clipboard?.writeText(address).catch(() => undefined);
    setDone(true);
    setTimeout(() => setDone(false), 3000);
  }

  return (
    <ToolbarButton label={done ? 'Link copied; it is in the address bar too' : 'Copy a link to this query'} onClick={share}>
      <svg className="graphiql-toolbar-icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" aria-hidden="true">
        {done ? (
          <path d="m5 13 4 4L19 7" />
        ) : (
          <path d="M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7l-1.2 1.2M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7l1.2-1.2" />
        )}
      </svg>
    </ToolbarButton>
  );
}
