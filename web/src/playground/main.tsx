import 'graphiql/setup-workers/vite';
import '@fontsource-variable/source-sans-3';
import 'graphiql/style.css';
import '@graphiql/plugin-explorer/style.css';
import './playground.css';
import { createRoot } from 'react-dom/client';
import { questions } from './all-questions';
import { App } from './app';
import { readLink } from './link';
import { isPhone } from './phone';
import { openingTabs } from './tabs';

/** GraphiQL's own key; it reads the tabs from there. */
const TABS_KEY = 'graphiql:tabState';
const PANE_KEY = 'graphiql:visiblePlugin';

const link = readLink(window.location.search);
const opening = openingTabs(stored(), questions, link);
store();
createRoot(document.getElementById('root')!).render(<App opening={opening} link={link} />);

function stored(): string | null {
  try {
    return window.localStorage.getItem(TABS_KEY);
  } catch {
    return null; // storage is closed to us; GraphiQL does without it as well
  }
}

function store(): void {
  try {
    window.localStorage.setItem(TABS_KEY, JSON.stringify({ tabs: opening.tabs, activeTabIndex: opening.active }));
    if (link && isPhone()) window.localStorage.removeItem(PANE_KEY); // what was asked for comes first
  } catch {
    // as above
  }
}
