package graph

// Resolver is the root of the resolvers. It keeps nothing: what a request reads
// from travels in its context.
type Resolver struct{}
