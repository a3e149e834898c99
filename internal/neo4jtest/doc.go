// Package neo4jtest gives tests a real Neo4j.
//
//	func TestMine(t *testing.T) {
//		server := neo4jtest.Shared(t) // one for all tests of a package
//		server.Wipe(t)
//		open(server.URI, server.Username, server.Password)
//	}
//
// Where CITYGRAPH_TEST_NEO4J names a server (a bolt URI, with
// CITYGRAPH_TEST_NEO4J_USERNAME and CITYGRAPH_TEST_NEO4J_PASSWORD), Shared is
// that one; its database must be empty or a test's. Else a server is started on
// a free loopback port, from the jars of Neo4j Community, which Maven fetches
// once into the user's cache folder; that needs a JDK of Java 17 or later and
// Maven. It ends with the test process, however that ends. Else, where a Docker
// engine answers, Shared is a container. Else the tests are skipped with one
// line each, and fail where CITYGRAPH_REQUIRE_NEO4J is set. "go test -short"
// skips them all.
//
// New gives a test a server of its own, which it may stop, kill, pause and start
// again.
//
// Neo4j Community is GPLv3: it runs as a process of its own, and nothing of it
// is linked or shipped.
package neo4jtest
