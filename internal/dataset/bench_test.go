package dataset_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"citygraph/internal/dataset"
)

// BenchmarkLoad reads and lints worlds that are hard on rules which compare
// everything with everything: long chains of parts and of inferences, a hub with
// lists over a region, one node with very many names and claims. Its time a city is
// to stay about the same however many there are.
func BenchmarkLoad(b *testing.B) {
	for _, n := range []int{1000, 4000, 16_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			folder := hardWorld(n)
			for b.Loop() {
				if _, found, err := dataset.Load(b.Context(), folder); err != nil || len(found) > 0 {
					b.Fatalf("%v\n%.1000s", err, dataset.Report(found))
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/city")
		})
	}
}

// BenchmarkAgainst compares such a world with itself.
func BenchmarkAgainst(b *testing.B) {
	d, found, err := dataset.Load(b.Context(), hardWorld(4000))
	if err != nil || len(found) > 0 {
		b.Fatal(err, found)
	}
	for b.Loop() {
		if c := dataset.Against(d, d); len(c.Changes) > 0 {
			b.Fatal(c.Report())
		}
	}
}

func hardWorld(n int) fstest.MapFS {
	folder := fstest.MapFS{"datapackage.json": {Data: []byte(head)}}
	table := func(path, header string, rows int, row func(i int) string) {
		var b strings.Builder
		b.WriteString(header + ",basis,sources\n")
		for i := range rows {
			b.WriteString(row(i) + ",stated,source:page#L1\n")
		}
		folder[path] = &fstest.MapFile{Data: []byte(b.String())}
	}
	folder["nodes/source.csv"] = &fstest.MapFile{Data: []byte("id,name\nsource:page,Page\n")}
	table("nodes/city.csv", "id,name,country", n, func(i int) string { return fmt.Sprintf("city:town-%d,Town %d,DE", i, i) })
	table("nodes/network.csv", "id,name", 1, func(int) string { return "network:hub,Hub" })
	table("edges/member-of.csv", "from,to,since,seen,impliedBy", n, func(i int) string {
		by := ""
		if i > 0 {
			by = fmt.Sprintf("member-of:town-%d--hub", i-1)
		}
		return fmt.Sprintf("city:town-%d,network:hub,2015,2016-01-01,%s", i, by)
	})
	table("edges/part-of.csv", "from,to", n-1, func(i int) string { return fmt.Sprintf("city:town-%d,city:town-%d", i+1, i) })
	table("names.csv", "node,name,lang,kind", n, func(i int) string { return fmt.Sprintf("city:town-0,Ville %d,fr,alias", i) })
	table("claims.csv", "record,field,value", n, func(i int) string { return fmt.Sprintf("city:town-0,note,n%d", i) })
	table("figures.csv", "subject,measure,qualifier,value,date", n, func(i int) string { return fmt.Sprintf("network:hub,members,exact,%d,2024", i) })
	table("rosters.csv", "group,date,scope,status,count", 20, func(i int) string {
		return fmt.Sprintf("network:hub,2000-01-%02d,city:town-0,partial,0", i+1)
	})
	folder["retired.csv"] = &fstest.MapFile{Data: []byte("id,date,reason,replacedBy\n" + strings.Join(chain(n), ""))}
	return folder
}

// chain is n retired ids, each replaced by the next, the last by a city.
func chain(n int) []string {
	rows := make([]string, n)
	for i := range rows {
		to := fmt.Sprintf("city:gone-%d", i+1)
		if i == n-1 {
			to = "city:town-0"
		}
		rows[i] = fmt.Sprintf("city:gone-%d,2027,Renamed.,%s\n", i, to)
	}
	return rows
}
