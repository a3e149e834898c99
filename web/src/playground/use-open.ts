import { pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { parse } from 'graphql';
import type { Link } from './link';

/** Gives a function that opens a query in a tab, its own if it has one already, and runs it. */
export function useOpen(): (link: Link) => void {
  const actions = useGraphiQLActions();
  const { tabs, queryEditor, variableEditor } = useGraphiQL(pick('tabs', 'queryEditor', 'variableEditor'));
  return (link) => {
    const own = tabs.findIndex((tab) => tab.query === link.query && (tab.variables ?? '') === link.variables);
    if (own >= 0) {
      actions.changeTab(own);
    } else {
      actions.addTab();
      queryEditor?.setValue(link.query);
      variableEditor?.setValue(link.variables);
    }
    runNow(actions, link);
    // The row of tabs scrolls; the new one may stand outside it.
    requestAnimationFrame(() =>
      document.querySelector('.graphiql-tab-active')?.scrollIntoView({ inline: 'nearest', block: 'nearest' }),
    );
  };
}

/**
 * Runs the query that the editor was just given. GraphiQL learns a new text's operations
 * only after a tenth of a second, and would send the name of the one before.
 */
export function runNow(actions: ReturnType<typeof useGraphiQLActions>, link: Link): void {
  try {
    const documentAST = parse(link.query);
    const operations = documentAST.definitions.filter((each) => each.kind === 'OperationDefinition');
    const operationName = link.operationName ?? operations[0]?.name?.value;
    actions.setOperationFacts({ documentAST, operationName, operations });
    actions.updateActiveTabValues({ query: link.query, variables: link.variables, operationName: operationName ?? null });
  } catch {
    actions.setOperationFacts({}); // the server says what is wrong with it
  }
  actions.run();
}
