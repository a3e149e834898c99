package neostore

import (
	"errors"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Refused reports whether err says that the database refuses the user or the
// password: trying again helps nobody, and too often locks the user out for a
// while.
func Refused(err error) bool {
	var theirs *neo4j.Neo4jError
	return errors.As(err, &theirs) && strings.HasPrefix(theirs.Code, "Neo.ClientError.Security.") &&
		theirs.Code != "Neo.ClientError.Security.AuthenticationRateLimit"
}
