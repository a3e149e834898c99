/// <reference types="vite/client" />
declare module 'graphiql/setup-workers/vite';
