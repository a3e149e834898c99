package neo4jtest

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
)

var (
	//go:embed pom.xml
	pom []byte
	//go:embed Launcher.java
	launcher []byte
)

var pomVersion = regexp.MustCompile(`<artifactId>neo4j</artifactId>\s*<version>([^<]+)</version>`)

// Version is the version of Neo4j that is started.
func Version() string { return string(pomVersion.FindSubmatch(pom)[1]) }

// jars returns the folder of Neo4j's jars, fetching them where they are not
// there yet. Test processes that run at once wait for one another.
func jars() (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(pom)
	dir := filepath.Join(cache, "citygraph", "neo4j-"+Version()+"-"+hex.EncodeToString(sum[:4]))
	if present(dir) {
		return dir, nil
	}
	if err := os.MkdirAll(filepath.Dir(dir), 0o750); err != nil {
		return "", err
	}
	unlock, err := lock(dir + ".lock")
	if err != nil {
		return "", err
	}
	defer unlock()
	if present(dir) {
		return dir, nil
	}
	return dir, fetch(dir)
}

func present(dir string) bool {
	_, err := os.Stat(dir)
	return err == nil
}

// fetch copies the jars beside dir and renames the whole, so that a folder
// that is there is complete.
func fetch(dir string) error {
	work, err := os.MkdirTemp(filepath.Dir(dir), "fetching-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(work) }()
	if err := os.WriteFile(filepath.Join(work, "pom.xml"), pom, 0o600); err != nil {
		return err
	}
	lib := filepath.Join(work, "lib")
	mvn := exec.Command("mvn", "-q", "-B", "-f", filepath.Join(work, "pom.xml"), "dependency:copy-dependencies",
		"-DincludeScope=runtime", "-DoutputDirectory="+lib)
	if out, err := mvn.CombinedOutput(); err != nil {
		return fmt.Errorf("maven could not fetch Neo4j %s: %w\n%s", Version(), err, out)
	}
	return os.Rename(lib, dir)
}
