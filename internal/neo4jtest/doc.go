// Package neo4jtest gives tests a real Neo4j.
//
// Where CITYGRAPH_TEST_NEO4J names one (a bolt URI, with
// CITYGRAPH_TEST_NEO4J_USERNAME and CITYGRAPH_TEST_NEO4J_PASSWORD), that is
// used. Else, where CITYGRAPH_REQUIRE_NEO4J is set, the jars of Neo4j Community
// are fetched once from Maven Central (with Java 17 and Maven) into the user's
// cache folder, and a server is started on a free loopback port; it ends with
// the test process, however that ends; without one the test fails. Else the
// test is skipped with one line.
//
// Neo4j Community is GPLv3: it runs as a process of its own, and nothing of it
// is linked or shipped.
package neo4jtest
