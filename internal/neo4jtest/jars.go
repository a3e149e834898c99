package neo4jtest

import (
	"context"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"errors"
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

// Maven gets this long for 116 MB, and is asked again where it failed; what it has
// already it does not fetch again.
const (
	fetchTime  = 10 * time.Minute
	fetchTries = 3
)

var pomVersion = regexp.MustCompile(`<artifactId>neo4j</artifactId>\s*<version>([^<]+)</version>`)

// Version is the version of Neo4j that is started.
func Version() string { return string(pomVersion.FindSubmatch(pom)[1]) }

// errAbsent is what this machine has not, so that no server can be started.
var errAbsent = errors.New("no JDK of Java 17 or later with Maven")

var javacVersion = regexp.MustCompile(`^javac (\d+)`)

// tools looks for what it takes to start a server.
func tools() error {
	out, err := exec.Command("javac", "-version").Output()
	if err != nil {
		return fmt.Errorf("%w: %w", errAbsent, err)
	}
	if v := javacVersion.FindSubmatch(out); v == nil || number(v[1]) < 17 {
		return fmt.Errorf("%w: this is %s", errAbsent, out)
	}
	if _, err := exec.LookPath("mvn"); err != nil {
		return fmt.Errorf("%w: %w", errAbsent, err)
	}
	return nil
}

func number(text []byte) int {
	n, _ := strconv.Atoi(string(text))
	return n
}

// classpath returns what a server is started from: the compiled launcher and
// Neo4j's jars, made ready where they are not yet. Processes that run at once wait
// for one another.
func classpath() (string, error) {
	if err := tools(); err != nil {
		return "", err
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(append(pom, launcher...))
	dir := filepath.Join(cache, "citygraph", "neo4j-"+Version()+"-"+hex.EncodeToString(sum[:4]))
	if err := os.MkdirAll(filepath.Dir(dir), 0o750); err != nil {
		return "", err
	}
	unlock, err := lock(dir + ".lock")
	if err != nil {
		return "", err
	}
	defer unlock()
	if _, err := os.Stat(dir); err != nil {
		if err := fetch(dir); err != nil {
			return "", err
		}
	}
	return dir + string(os.PathListSeparator) + filepath.Join(dir, "lib", "*"), nil
}

// fetch makes all ready beside dir and renames the whole, so that a folder that is
// there is complete.
func fetch(dir string) error {
	work, err := os.MkdirTemp(filepath.Dir(dir), "fetching-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(work) }()
	source, lib := filepath.Join(work, "Launcher.java"), filepath.Join(work, "lib")
	err = errors.Join(os.WriteFile(filepath.Join(work, "pom.xml"), pom, 0o600), os.WriteFile(source, launcher, 0o600))
	if err != nil {
		return err
	}
	if err := maven(work, lib); err != nil {
		return err
	}
	if out, err := exec.Command("javac", "--release", "17", "-cp", filepath.Join(lib, "*"), "-d", work, source).CombinedOutput(); err != nil {
		return fmt.Errorf("the launcher of Neo4j does not compile: %w\n%s", err, out)
	}
	return os.Rename(work, dir)
}

// maven fetches the jars into lib.
func maven(work, lib string) error {
	fmt.Fprintf(os.Stderr, "neo4jtest: Maven fetches Neo4j %s, up to 116 MB and %s\n", Version(), fetchTime)
	ctx, cancel := context.WithTimeout(context.Background(), fetchTime)
	defer cancel()
	for try := 1; ; try++ {
		mvn := exec.CommandContext(ctx, "mvn", "-q", "-B", "-f", filepath.Join(work, "pom.xml"), "dependency:copy-dependencies",
			"-DincludeScope=runtime", "-DoutputDirectory="+lib)
		mvn.WaitDelay = time.Second
		out, err := mvn.CombinedOutput()
		if err == nil {
			return nil
		}
		if ctx.Err() != nil {
			err = fmt.Errorf("not within %s", fetchTime)
		}
		if ctx.Err() != nil || try == fetchTries {
			return fmt.Errorf("%s\nMaven could not fetch Neo4j %s, asked %d times: %w", out, Version(), try, err)
		}
		fmt.Fprintf(os.Stderr, "neo4jtest: Maven failed (%v) and is asked again\n", err)
	}
}
