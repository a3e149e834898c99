package neostore

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// What the server says, by the error's code, and what we say.
var sentences = map[string]*kg.Error{
	"Neo.ClientError.Security.Unauthorized": kg.Errorf(kg.CodeUnavailable, "Neo4j refused the user name or the password").
		WithMend("check NEO4J_USERNAME and NEO4J_PASSWORD"),
	"Neo.ClientError.Security.CredentialsExpired": kg.Errorf(kg.CodeUnavailable, "Neo4j wants its first password to be changed before it answers").
		WithMend("change it with ALTER CURRENT USER SET PASSWORD in cypher-shell or Neo4j Browser, then give the new one"),
	"Neo.ClientError.Security.AuthenticationRateLimit": kg.Errorf(kg.CodeUnavailable, "Neo4j refuses log-ins after too many failed ones").
		WithMend("wait some seconds, then give the right password"),
	"Neo.ClientError.Security.Forbidden": kg.Errorf(kg.CodeUnavailable, "the Neo4j user may not do this").
		WithMend("use a user with the rights to read, and for an import to write and to make indexes"),
	"Neo.ClientError.Database.DatabaseNotFound": kg.Errorf(kg.CodeUnavailable, "Neo4j has no database of this name").
		WithMend("check the name of the database; Community has one, called neo4j"),
	"Neo.ClientError.General.ForbiddenOnReadOnlyDatabase":                readOnly,
	"Neo.ClientError.General.WriteOnReadOnlyAccessDatabase":              readOnly,
	"Neo.ClientError.Transaction.TransactionTimedOut":                    tooLong,
	"Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration": tooLong,
	"Neo.ClientError.Transaction.Terminated":                             tooLong,
}

var (
	readOnly = kg.Errorf(kg.CodeUnavailable, "the Neo4j database is read-only").
			WithMend("import into one that may be written to, or through the cluster's neo4j:// address")
	tooLong = kg.Errorf(kg.CodeUnavailable, "Neo4j took too long to answer").
		WithMend("try again, or ask for less at once")
	unreachable = kg.Errorf(kg.CodeUnavailable, "Neo4j cannot be reached").
			WithMend("check that it runs, its address and port, and whether it wants TLS (neo4j+s://)")
	uncertified = kg.Errorf(kg.CodeUnavailable, "Neo4j shows a certificate that no known authority signed for this address").
			WithMend("give it one, or use the scheme with +ssc, which takes any certificate")
	gone = store.Gone()
)

// failure maps what the driver returned to an error of ours; ctx is the one
// that the call ran under.
func (s *Store) failure(ctx context.Context, err error) error {
	if err == nil {
		return nil
	}
	var ours *kg.Error
	if errors.As(err, &ours) {
		return err
	}
	if s.closed.Load() {
		return kg.Errorf(kg.CodeUnavailable, "the store is closed").WithCause(err)
	}
	var theirs *neo4j.Neo4jError
	if errors.As(err, &theirs) {
		if sentence, ok := sentences[theirs.Code]; ok {
			return sentence.WithCause(err)
		}
		if theirs.Classification() == "TransientError" || theirs.IsRetriableCluster() {
			return kg.Errorf(kg.CodeUnavailable, "Neo4j cannot answer now").WithMend("try again in a moment").WithCause(err)
		}
		return kg.Errorf(kg.CodeInternal, "Neo4j refused a statement").WithCause(err)
	}
	if alive := store.Alive(ctx); alive != nil {
		return tooLong.WithCause(err)
	}
	if strings.Contains(err.Error(), "x509:") || strings.Contains(err.Error(), "failed to verify certificate") { // the driver's type for it is its own
		return uncertified.WithCause(err)
	}
	if neo4j.IsRetryable(err) || isCut(err) || isTimeout(err) {
		return unreachable.WithCause(err)
	}
	return kg.Errorf(kg.CodeInternal, "the Neo4j driver failed").WithCause(err)
}

// isCut reports whether the connection was at fault. The driver says so itself
// where it did not get to an answer, and hands on what the network said where
// that broke off in the midst of one.
func isCut(err error) bool {
	var network net.Error
	return neo4j.IsConnectivityError(err) || errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, net.ErrClosed) ||
		errors.As(err, &network) && !network.Timeout()
}

func isTimeout(err error) bool {
	var t interface{ Timeout() bool }
	return errors.As(err, &t) && t.Timeout() || errors.Is(err, context.DeadlineExceeded) || errors.Is(err, context.Canceled)
}

// The oldest version with what we use: COLLECT subqueries came with 5.6. Tests
// run on 5.26, the long-term version.
const oldestMajor, oldestMinor = 5, 6

// checkVersion reads the server's name, such as "Neo4j/5.26.18" or "Neo4j/5.27-aura".
func checkVersion(agent string) error {
	version, ok := strings.CutPrefix(agent, "Neo4j/")
	var major, minor int
	if _, err := fmt.Sscanf(version, "%d.%d", &major, &minor); !ok || err != nil {
		return kg.Errorf(kg.CodeUnavailable, "the server is no Neo4j that we know: it calls itself %q", agent).
			WithMend("use Neo4j 5.26")
	}
	if major < oldestMajor || major == oldestMajor && minor < oldestMinor {
		return kg.Errorf(kg.CodeUnavailable, "Neo4j %s is too old", version).WithMend("use Neo4j %d.%d or later, best 5.26", oldestMajor, oldestMinor)
	}
	return nil
}
