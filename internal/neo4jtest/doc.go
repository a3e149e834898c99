// Package neo4jtest gives tests a real Neo4j.
//
//	func TestMine(t *testing.T) {
//		server := neo4jtest.Shared(t) // one for all tests of a package
//		server.Wipe(t)
//		open(server.URI, server.Username, server.Password)
//	}
//
//	func TestFaults(t *testing.T) {
//		server := neo4jtest.Breakable(t) // may be stopped, killed, paused, made read-only
//		server.Kill()
//		…
//		server.Start() // the same address and data
//	}
//
// # When it runs
//
// Starting a server takes seconds, and its first statements seconds more, so that
// tests get one only when somebody asks; else they are skipped with one line:
//
//	CITYGRAPH_REQUIRE_NEO4J=1   a server is started here; a test that cannot have one fails
//	CITYGRAPH_TEST_NEO4J=URI    that server is used, with the user and password in
//	                            CITYGRAPH_TEST_NEO4J_USERNAME and CITYGRAPH_TEST_NEO4J_PASSWORD
//
// A server that is named must be empty or one that tests have used before, since
// they delete all that it holds. Packages take turns at it. Tests of faults never
// touch it: they start one of their own, and are skipped where that is impossible.
//
// # What is started
//
// The jars of Neo4j Community, which Maven fetches once from Maven Central into the
// user's cache folder, run on a free loopback port; that takes a JDK of Java 17 or
// later and Maven. Each test process has one server, started when the first test asks
// for it. Packages do not share one, since Community has a single user database and
// they run at the same time. The server ends with the process that started it, however
// that ends, kill -9 and a paused server included; its data go with it.
//
// Settings differ from Neo4j's own in what takes time and changes no answer: plans are
// kept whatever happens to the statistics, and no waiting where nobody listens at
// shutdown. See settings in start.go.
//
// Neo4j Community is GPLv3: it runs as a process of its own, and nothing of it is
// linked or shipped.
package neo4jtest
