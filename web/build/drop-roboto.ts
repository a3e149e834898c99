import type { Plugin } from 'vite';

/** GraphiQL's stylesheet without its Roboto faces (400 kB as data addresses): the pages use Source Sans. */
export function withoutRoboto(css: string): string {
  return css.replace(/@font-face\s*\{[^}]*font-family:\s*["']?Roboto\b[^}]*\}/g, '');
}

/** Applies withoutRoboto to GraphiQL's stylesheet before Vite reads it. */
export function dropRoboto(): Plugin {
  return {
    name: 'citygraph:drop-roboto',
    enforce: 'pre',
    transform(code, id) {
      return id.includes('graphiql/dist/style.css') ? { code: withoutRoboto(code), map: null } : undefined;
    },
  };
}
