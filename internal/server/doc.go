// Package server serves one dataset over HTTP: the GraphQL API, the playground,
// the downloads and two addresses for those who run it.
//
// A request goes through the middleware (request id, log, recovery), the mux,
// for /graphql through the transport (GraphQL over HTTP), the check of the
// document before it is validated, and the check of its cost before it is run.
// It stays on the revision that was current when it arrived; a reload switches
// the ones that come after. The server keeps no state but the current revision.
package server
