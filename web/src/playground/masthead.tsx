import { DOC_EXPLORER_PLUGIN } from '@graphiql/plugin-doc-explorer';
import { pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { GUIDE_PLUGIN } from './guide';
import mark from './mark.svg';
import { QUESTIONS_PLUGIN } from './question-list';

const PANES = [
  { plugin: QUESTIONS_PLUGIN, label: 'Questions' },
  { plugin: GUIDE_PLUGIN, label: 'Guide' },
  { plugin: DOC_EXPLORER_PLUGIN, label: 'Schema' },
];

/** The page's first line: what this is, and the way to questions and docs. */
export function Masthead() {
  const { visiblePlugin } = useGraphiQL(pick('visiblePlugin'));
  const { setVisiblePlugin } = useGraphiQLActions();
  return (
    <header className="masthead">
      <h1>
        <img src={mark} alt="" width="24" height="24" /> CityGraph
      </h1>
      <p>How cities, networks and declarations are linked. Every answer can name its sources.</p>
      <nav aria-label="Panes">
        {PANES.map(({ plugin, label }) => (
          <button
            key={label}
            type="button"
            aria-pressed={visiblePlugin === plugin}
            onClick={() => setVisiblePlugin(visiblePlugin === plugin ? null : plugin)}
          >
            {label}
          </button>
        ))}
      </nav>
    </header>
  );
}
