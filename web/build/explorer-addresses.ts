import type { Plugin } from 'vite';

/** Files of the development server have an ending, its own addresses begin so, and the API is proxied. */
const NOT_A_PAGE = /\.\w+$|^\/(@|src\/|node_modules\/|playground|graphql)/;

/** Under `npm run dev`, serves the explorer at all of its addresses, as package web does. */
export function explorerAddresses(): Plugin {
  return {
    name: 'citygraph:explorer-addresses',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const path = request.url?.split('?')[0] ?? '/';
        if (path === '/playground') request.url = '/playground.html';
        else if (!NOT_A_PAGE.test(path)) request.url = '/explorer.html';
        next();
      });
    },
    transformIndexHtml: {
      order: 'pre',
      handler: (html, { server }) => (server ? html.replaceAll('"./', '"/') : html),
    },
  };
}
