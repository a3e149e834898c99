package neo4jtest

// Launch starts a server for a program that is no test. The caller ends it.
func Launch(c Config) (*Server, error) { return start(c) }

// End ends the server for good and deletes its data.
func (s *Server) End() { s.end() }

// Configure replaces Config.Settings from the next Start on.
func (s *Server) Configure(settings ...string) { s.settings = settings }
