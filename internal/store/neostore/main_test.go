package neostore_test

import (
	"flag"
	"os"
	"testing"
)

// TestMain draws fewer worlds than rapid would: the database plans each drawn
// statement anew, which takes most of the time. -rapid.checks asks for more.
func TestMain(m *testing.M) {
	if os.Getenv(killedAt) != "" {
		importAndDie()
		return
	}
	flag.Parse()
	asked := false
	flag.Visit(func(f *flag.Flag) { asked = asked || f.Name == "rapid.checks" })
	if !asked {
		if err := flag.Set("rapid.checks", "5"); err != nil {
			panic(err)
		}
	}
	os.Exit(m.Run())
}
