import { DOC_EXPLORER_PLUGIN, DocExplorerStore } from '@graphiql/plugin-doc-explorer';
import { explorerPlugin } from '@graphiql/plugin-explorer';
import { GraphiQLProvider } from '@graphiql/react';
import { GraphiQL, GraphiQLInterface } from 'graphiql';
import { fetcher } from './fetcher';
import { GUIDE_PLUGIN } from './guide';
import type { Link } from './link';
import { Masthead } from './masthead';
import { isPhone } from './phone';
import { QUESTIONS_PLUGIN } from './question-list';
import { Settle } from './settle';
import { ShareButton } from './share-button';
import { nameTab, type Opening } from './tabs';

const plugins = [QUESTIONS_PLUGIN, GUIDE_PLUGIN, DOC_EXPLORER_PLUGIN, explorerPlugin({ showAttribution: false })];

/** The playground: GraphiQL with our questions, under a line that says what this is. */
export function App({ opening, link }: { opening: Opening; link: Link | null }) {
  const tab = opening.tabs[opening.active]!;
  const query = tab.query ?? '';
  const variables = tab.variables ?? '';
  return (
    <GraphiQLProvider
      fetcher={fetcher}
      schemaDescription
      plugins={plugins}
      referencePlugin={DOC_EXPLORER_PLUGIN}
      visiblePlugin={link && isPhone() ? undefined : QUESTIONS_PLUGIN}
      defaultTabs={opening.tabs}
      initialQuery={query}
      initialVariables={variables}
      // GraphiQL titles a tab by its operation's name whenever it changes; ours are questions.
      onTabChange={({ tabs }) => tabs.forEach(nameTab)}
    >
      <DocExplorerStore>
        <div className="page">
          <Masthead />
          <GraphiQLInterface
            isHeadersEditorEnabled={false}
            showPersistHeadersSettings={false}
            defaultEditorToolsVisibility={variables ? 'variables' : false}
          >
            <GraphiQL.Logo>{null}</GraphiQL.Logo>
            <GraphiQL.Toolbar>
              {({ prettify, copy }) => (
                <>
                  {prettify}
                  {copy}
                  <ShareButton />
                </>
              )}
            </GraphiQL.Toolbar>
          </GraphiQLInterface>
          <Settle run={opening.run ? { query, variables, operationName: link?.operationName } : null} />
        </div>
      </DocExplorerStore>
    </GraphiQLProvider>
  );
}
