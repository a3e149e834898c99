package bench

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"testing"
	"time"

	"citygraph/internal/dataset"
	"citygraph/internal/export"
	"citygraph/internal/store/memstore"
	"citygraph/seed"
)

// copies is how many times larger than the seed the larger dataset is.
const copies = 5

// BenchmarkStartLarger measures from the start of the process to the first answer
// on a dataset several times the seed's size: what is to come as the seed grows.
func BenchmarkStartLarger(b *testing.B) {
	if _, err := binary(); err != nil {
		b.Fatal(err)
	}
	file := filepath.Join(b.TempDir(), "larger.csv.zip")
	if err := os.WriteFile(file, larger(b), 0o644); err != nil {
		b.Fatal(err)
	}
	var total, worst time.Duration
	for b.Loop() {
		begin := time.Now()
		s := serve(b, "--data", file)
		s.ask(b, &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}, question)
		took := time.Since(begin)
		s.stop(b)
		total, worst = total+took, max(worst, took)
	}
	mean := total / time.Duration(b.N)
	b.ReportMetric(float64(mean.Microseconds())/1000, "ms/start")
	b.ReportMetric(float64(worst.Microseconds())/1000, "ms/slowest")
	b.ReportMetric(0, "ns/op") // would count the stop too
	fmt.Fprintf(os.Stderr, "start with %d times the seed: %s on average, %s at worst of %d\n",
		copies, mean.Round(time.Millisecond), worst.Round(time.Millisecond), b.N)
}

// larger is the seed, and copies of it in which everything has another name, as a
// zip file of its tables.
func larger(b *testing.B) []byte {
	b.Helper()
	d, found, err := dataset.Load(b.Context(), seed.FS)
	checked(b, found, err)
	header, records, _ := bytes.Cut(exported(b, d, "jsonl"), []byte("\n"))
	var head map[string]any
	if err := json.Unmarshal(header, &head); err != nil {
		b.Fatal(err)
	}
	delete(head, "revision")
	if header, err = json.Marshal(head); err != nil {
		b.Fatal(err)
	}
	all := append(append(header, '\n'), records...)
	for n := 2; n <= copies; n++ {
		all = append(all, renamed(records, n)...)
	}
	d, found, err = dataset.LoadLines(b.Context(), bytes.NewReader(all), "larger")
	checked(b, found, err)
	return exported(b, d, "csv")
}

func checked(b *testing.B, found []dataset.Finding, err error) {
	b.Helper()
	if err != nil || len(found) > 0 {
		b.Fatalf("%v\n%.1000s", err, dataset.Report(found))
	}
}

func exported(b *testing.B, d *dataset.Dataset, format string) []byte {
	b.Helper()
	st := memstore.New()
	if _, err := dataset.Import(b.Context(), d, st); err != nil {
		b.Fatal(err)
	}
	r, err := st.Open(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	f, _ := export.ByName(format)
	var out bytes.Buffer
	if err := f.Write(b.Context(), r, &out); err != nil {
		b.Fatal(err)
	}
	return out.Bytes()
}

var (
	nodeID   = regexp.MustCompile(`"([a-z]+:[a-z0-9]+(?:-[a-z0-9]+)*)"`)
	edgeID   = regexp.MustCompile(`"([a-z-]+:[a-z0-9]+(?:-[a-z0-9]+)*)--([a-z0-9]+(?:-[a-z0-9]+)*)((?:--\d+)?)"`)
	nodeName = regexp.MustCompile(`("name":"|"field":"name","value":")((?:[^"\\]|\\.)*)"`) // and claims on it
)

// renamed puts "Copy n" before every name, and the same into every id.
func renamed(records []byte, n int) []byte {
	p := fmt.Sprintf("copy-%d-", n)
	records = edgeID.ReplaceAllFunc(records, func(m []byte) []byte {
		x := edgeID.FindSubmatch(m)
		kind, from, _ := bytes.Cut(x[1], []byte(":"))
		return fmt.Appendf(nil, `"%s:%s%s--%s%s%s"`, kind, p, from, p, x[2], x[3])
	})
	records = nodeID.ReplaceAllFunc(records, func(m []byte) []byte {
		kind, slug, _ := bytes.Cut(m[1:len(m)-1], []byte(":"))
		return fmt.Appendf(nil, `"%s:%s%s"`, kind, p, slug)
	})
	return nodeName.ReplaceAll(records, fmt.Appendf(nil, `${1}Copy %d $2"`, n))
}
