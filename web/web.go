// Package web serves CityGraph's pages: the explorer, the playground and the files they need.
//
// The pages are built from the TypeScript sources beside this file and embedded in
// the binary. A binary built without Node has none of them; it still compiles and
// Handler then explains how to build them.
package web

import (
	"embed"
	"io/fs"
	"net/http"
	"sync"
)

//go:embed all:dist
var dist embed.FS

// built reads the embedded pages once, on first use, so that starting a server
// does not wait for twelve megabytes of hashing.
var built = sync.OnceValue(func() *site {
	pages, err := fs.Sub(dist, "dist/pages")
	if err != nil {
		panic("web: " + err.Error()) // only an invalid path, which is a constant
	}
	return newSite(pages)
})

// Built reports whether the pages are in this binary.
func Built() bool {
	_, err := fs.Stat(dist, "dist/pages/playground.html")
	return err == nil
}

// Handler serves GET and HEAD of /playground and /assets/…, and 404 for the rest.
// Files whose names carry a content hash are cached for ever, pages are revalidated
// by ETag. Where the pages were not built, /playground answers 404 with a page that
// says so, how to build them, and that the API works at /graphql.
func Handler() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		built().ServeHTTP(w, r)
	})
}

// Explorer answers with the explorer's page, which draws the view that the address
// names, and with the status that the caller found for it: 200, or 404 where there is
// nothing. Addresses below /embed/ may be shown in frames of other sites. Without
// built pages it answers 404 and says so, whatever the status.
func Explorer(w http.ResponseWriter, r *http.Request, status int) {
	built().serveExplorer(w, r, status)
}
