// Package neostore is the Neo4j backend: the dataset as a graph in Neo4j 5,
// with the same answers, to the byte, as every other backend.
//
// Each node of the dataset is a node with the label CityGraphNode and that of
// its kind (City), each edge a relationship of the type of its kind
// (MEMBER_OF). What filters ask, what listings are ordered by and what a person
// looks for in Neo4j Browser stands in properties; names, figures, rosters,
// claims and citations stand beside as graph. Readers get records from one more
// property, `record`, which holds the whole record in few bytes (see codec.go):
// an exact record comes back by reading one property, where the graph beside it
// would take a dozen expansions for each node, and properties cannot hold lists
// of records.
//
// A generation is one committed import. All nodes and relationships carry its
// number, `gen`; a marker node says whether it is being built, live or retired,
// and one pointer node, moved by Commit, says which one is current.
//
// Labels, types and property names in Cypher text come from the vocabulary and
// from constants; whatever a caller gives is a parameter.
package neostore

import (
	"context"
	"sync"
	"sync/atomic"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// Options say where the database is and how it is used. Only URI is needed.
type Options struct {
	URI      string // neo4j://host:7687 (routing), bolt:// (one server), each also with +s or +ssc for TLS
	Username string // "" where the server asks for none
	Password string
	Database string // "": the user's home database

	MaxConnections int           // at once; 0: 50
	ReadTimeout    time.Duration // of one call of a Reader, here and on the server; 0: 10 s
	WriteTimeout   time.Duration // of one transaction of an import; 0: 2 min
	Drain          time.Duration // how long a retired generation is left to reads that run; 0: ReadTimeout
	Fresh          time.Duration // how long the pointer is believed; 0: 1 s

	// AllowForeign lets an import write into a database that holds other data.
	AllowForeign bool

	// Trace, if set, is told each statement before it is sent.
	Trace func(ctx context.Context, cypher string, params map[string]any)

	// Traced, if set, is told each round trip of a read when it is over, with
	// the context that the Reader was called with.
	Traced func(ctx context.Context, t Trip)
}

func (o Options) withDefaults() Options {
	set := func(d *time.Duration, to time.Duration) {
		if *d == 0 {
			*d = to
		}
	}
	set(&o.ReadTimeout, 10*time.Second)
	set(&o.WriteTimeout, 2*time.Minute)
	set(&o.Drain, o.ReadTimeout)
	set(&o.Fresh, time.Second)
	if o.MaxConnections == 0 {
		o.MaxConnections = 50
	}
	return o
}

// Store is a dataset in Neo4j. Use Open.
type Store struct {
	options   Options
	driver    neo4j.DriverWithContext
	bookmarks *bookmarks
	closed    atomic.Bool
	importing atomic.Bool
	refresh   chan struct{} // holds a token while somebody asks for the pointer
	mu        sync.Mutex    // guards known and lock
	known     pointer
	lock      *lock // of the import that runs
}

var _ store.Store = (*Store)(nil)

// Open connects to a database. It returns CodeInvalid for a malformed URI and
// CodeUnavailable where the server cannot be reached, refuses the password or
// is too old. It writes nothing.
func Open(ctx context.Context, o Options) (*Store, error) {
	o = o.withDefaults()
	auth := neo4j.NoAuth()
	if o.Username != "" {
		auth = neo4j.BasicAuth(o.Username, o.Password, "")
	}
	driver, err := neo4j.NewDriverWithContext(o.URI, auth, func(c *config.Config) {
		c.MaxConnectionPoolSize = o.MaxConnections
		c.ConnectionAcquisitionTimeout = o.ReadTimeout
		c.SocketConnectTimeout = min(5*time.Second, o.ReadTimeout)
		c.ConnectionLivenessCheckTimeout = 30 * time.Second
		c.FetchSize = neo4j.FetchAll
		c.TelemetryDisabled = true
		c.UserAgent = "citygraph"
	})
	if err != nil {
		return nil, kg.Errorf(kg.CodeInvalid, "the address of Neo4j is malformed").
			WithMend("write neo4j://host:7687 or bolt://host:7687, with +s behind the scheme for TLS").WithCause(err)
	}
	s := &Store{
		options: o, driver: driver, refresh: make(chan struct{}, 1),
		bookmarks: newBookmarks(),
	}
	if err := s.greet(ctx); err != nil {
		_ = driver.Close(context.WithoutCancel(ctx)) // the first error is the one to tell
		return nil, err
	}
	return s, nil
}

// greet logs in, looks at the server's version and asks the database something:
// a log-in with the first password succeeds, and only then is refused.
func (s *Store) greet(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, s.options.ReadTimeout)
	defer cancel()
	info, err := s.driver.GetServerInfo(ctx)
	if err != nil {
		return s.failure(ctx, err)
	}
	if err := checkVersion(info.Agent()); err != nil {
		return err
	}
	_, err = s.read(ctx, "RETURN 1", nil)
	return err
}

// Open returns a Reader of the current generation. It asks the database which
// one that is at most once in Options.Fresh; see store.Store.
func (s *Store) Open(ctx context.Context) (store.Reader, error) {
	if err := s.ready(ctx); err != nil {
		return nil, err
	}
	g, err := s.current(ctx)
	if err != nil {
		return nil, err
	}
	if g == nil {
		return nil, kg.Errorf(kg.CodeUnavailable, "the store holds no dataset yet").WithMend("import one first")
	}
	return &reader{s, g}, nil
}

// Close gives all connections back; see store.Store.
func (s *Store) Close(ctx context.Context) error {
	if s.closed.Swap(true) {
		return nil
	}
	s.dropLock(ctx)
	if err := s.driver.Close(ctx); err != nil {
		return kg.Errorf(kg.CodeUnavailable, "the connections to Neo4j did not close").WithCause(err)
	}
	return nil
}

func (s *Store) ready(ctx context.Context) error {
	if s.closed.Load() {
		return kg.Errorf(kg.CodeUnavailable, "the store is closed")
	}
	return store.Alive(ctx)
}

// reader reads one generation.
type reader struct {
	*Store
	generation *generation
}
