package neo4jtest

import (
	"context"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"time"
)

var (
	//go:embed pom.xml
	pom []byte
	//go:embed Launcher.java
	launcher []byte
)

// fetchTime is how long Maven may take for 116 MB; what it has is not fetched again.
const fetchTime = 10 * time.Minute

var pomVersion = regexp.MustCompile(`<artifactId>neo4j</artifactId>\s*<version>([^<]+)</version>`)

// Version is the version of Neo4j that is started.
func Version() string { return string(pomVersion.FindSubmatch(pom)[1]) }

var compiler = regexp.MustCompile(`(?m)^jdk\.compiler@(\d+)`)

// ready returns the folder of the jars; an error is errAbsent where this
// machine lacks what it takes.
func ready() (string, error) {
	modules, err := exec.Command("java", "--list-modules").Output()
	if err != nil {
		return "", fmt.Errorf("%w: java: %w", errAbsent, err)
	}
	found := compiler.FindSubmatch(modules)
	if found == nil {
		return "", fmt.Errorf("%w: java is no JDK", errAbsent)
	}
	if n, _ := strconv.Atoi(string(found[1])); n < 17 {
		return "", fmt.Errorf("%w: this is Java %d", errAbsent, n)
	}
	if _, err := exec.LookPath("mvn"); err != nil {
		return "", fmt.Errorf("%w: %w", errAbsent, err)
	}
	return jars()
}

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
	ctx, cancel := context.WithTimeout(context.Background(), fetchTime)
	defer cancel()
	mvn := exec.CommandContext(ctx, "mvn", "-q", "-B", "-f", filepath.Join(work, "pom.xml"), "dependency:copy-dependencies",
		"-DincludeScope=runtime", "-DoutputDirectory="+lib)
	if out, err := mvn.CombinedOutput(); err != nil {
		return fmt.Errorf("%w: Maven could not fetch Neo4j %s (about 116 MB): %w\n%s", errAbsent, Version(), err, out)
	}
	return os.Rename(lib, dir)
}
