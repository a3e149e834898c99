package server

import (
	"fmt"
	"net/http"
	"strings"

	"github.com/klauspost/compress/gzhttp"
	"github.com/rs/cors"

	"citygraph/internal/kg"
	"citygraph/web"
)

// addresses is what an unknown path is told.
var addresses = "the API is at /graphql, the explorer at /, the playground at /playground, " +
	"the dataset at " + downloadAddresses() + ", and how the server does at /healthz and /readyz"

// routes is the mux. Patterns name no method, so that every address can say in
// a sentence which ones it answers.
func (s *Server) routes() http.Handler {
	mux := http.NewServeMux()
	open := cors.New(cors.Options{ // every page may read: nothing here is private
		AllowedOrigins: []string{"*"},
		AllowedMethods: []string{http.MethodGet, http.MethodHead, http.MethodPost},
		AllowedHeaders: []string{"*"},
		ExposedHeaders: []string{"ETag", "X-Request-Id"},
		MaxAge:         600,
	}).Handler
	api := func(h http.HandlerFunc) http.Handler { return apiHeaders(open(gzhttp.GzipHandler(h))) }

	mux.Handle("/graphql", api(only(graphqlMethods, s.graphQL, s.graphQLMethod)))
	mux.Handle("/export/{file}", api(only(readMethods, s.download, plainMethod)))
	mux.Handle("/healthz", apiHeaders(only(readMethods, s.healthy, plainMethod)))
	mux.Handle("/readyz", apiHeaders(only(readMethods, s.ready, plainMethod)))
	mux.Handle("/playground", only(readMethods, web.Handler().ServeHTTP, plainMethod))
	mux.Handle("/assets/", only(readMethods, web.Handler().ServeHTTP, plainMethod))
	for _, address := range pageAddresses() {
		mux.Handle(address, only(readMethods, s.page, plainMethod))
	}
	for _, address := range slashed() {
		mux.Handle(address, only(readMethods, unslashed, plainMethod))
	}
	mux.Handle("/reconcile", apiHeaders(later("reconciliation")))
	mux.Handle("/metrics", apiHeaders(later("metrics")))
	mux.HandleFunc("/", elsewhere)
	return mux
}

// readMethods are what an address answers that can only be read.
const readMethods = "GET, HEAD, OPTIONS"

// only lets the listed methods through, answers OPTIONS itself, and gives the
// rest to refuse, with Allow set.
func only(methods string, h, refuse http.HandlerFunc) http.HandlerFunc {
	allowed := map[string]bool{}
	for m := range strings.SplitSeq(methods, ", ") {
		allowed[m] = true
	}
	return func(w http.ResponseWriter, r *http.Request) {
		switch {
		case !allowed[r.Method]:
			w.Header().Set("Allow", methods)
			refuse(w, r)
		case r.Method == http.MethodOptions:
			w.Header().Set("Allow", methods)
			w.WriteHeader(http.StatusNoContent)
		default:
			h(w, r)
		}
	}
}

func plainMethod(w http.ResponseWriter, r *http.Request) {
	sentence(w, http.StatusMethodNotAllowed, "%s answers %s only.", r.URL.Path, w.Header().Get("Allow"))
}

func (s *Server) graphQLMethod(w http.ResponseWriter, r *http.Request) {
	s.current.Load().send(w, r, errorAnswer(http.StatusMethodNotAllowed, plainJSON,
		kg.Errorf(kg.CodeInvalid, "/graphql does not answer %s", r.Method).WithMend("send the query by POST or GET")))
}

func later(what string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		sentence(w, http.StatusNotFound, "%s is kept for %s, which this version does not have yet.", r.URL.Path, what)
	}
}

func nowhere(w http.ResponseWriter, r *http.Request) {
	sentence(w, http.StatusNotFound, "There is nothing at %q: %s.", r.URL.Path, addresses)
}

// sentence answers with one line of text.
func sentence(w http.ResponseWriter, status int, format string, args ...any) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = fmt.Fprintf(w, format+"\n", args...) // a client who left is no error of ours
}

// apiHeaders tell browsers that an answer is data: not to be guessed at, run or framed.
func apiHeaders(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Resource-Policy", "cross-origin")
		next.ServeHTTP(w, r)
	})
}
