package server

import "time"

// Limits bound what one request may ask for. The defaults leave room above
// everything that the playground and the example questions send.
type Limits struct {
	Body        int64 // bytes of a request's body
	Query       int   // bytes of a query's text
	Tokens      int   // tokens of a query's text
	Definitions int   // operations and fragments
	Depth       int   // nested fields, fragments included
	Selections  int   // fields and fragments once every fragment is put in its places
	Repeats     int   // pairs of fields with one name in one place, the same way
	Aliases     int
	Directives  int
	Cost        int // what the schema says that the fields cost
}

// DefaultLimits are the limits of `citygraph serve`.
var DefaultLimits = Limits{
	Body:        256 << 10,
	Query:       32 << 10,
	Tokens:      5000,
	Definitions: 100,
	Depth:       20,
	Selections:  2000,
	Repeats:     5000,
	Aliases:     200,
	Directives:  100,
	Cost:        250_000,
}

// Timeouts bound how long a request may take.
type Timeouts struct {
	Header  time.Duration // from the connection to the end of the headers
	Read    time.Duration // to the end of the body
	Request time.Duration // to work on an answer
	Write   time.Duration // from the end of the headers to the last byte of the answer
	Idle    time.Duration // until the next request on a connection
	Notice  time.Duration // between /readyz saying no and the listener closing
	Drain   time.Duration // for requests in flight when the server stops
}

// DefaultTimeouts are the timeouts of `citygraph serve`.
var DefaultTimeouts = Timeouts{
	Header:  5 * time.Second,
	Read:    15 * time.Second,
	Request: 10 * time.Second,
	Write:   60 * time.Second,
	Idle:    2 * time.Minute,
	Drain:   15 * time.Second,
}
