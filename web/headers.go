package web

import (
	"net/http"
	"strconv"
	"strings"
)

// Content security policies let the pages load nothing but their own files and send
// no forms. Monaco, the editor in the playground, needs workers from blob: and inline
// styles; the explorer needs neither. Who may show the page in a frame follows.
const (
	playgroundPolicy = "default-src 'self'; worker-src 'self' blob:; style-src 'self' 'unsafe-inline'; " + anyPage
	explorerPolicy   = "default-src 'self'; " + anyPage
	anyPage          = "img-src 'self' data:; font-src 'self' data:; " +
		"object-src 'none'; base-uri 'self'; form-action 'none'; frame-ancestors "
)

// Who may frame a page: nobody, but for the pages made for that.
const (
	nobody   = "'none'"
	everyone = "*"
)

func setSecurityHeaders(h http.Header, policy, framedBy string) {
	h.Set("Content-Security-Policy", policy+framedBy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
}

// acceptsGzip reads an Accept-Encoding header (RFC 9110, section 12.5.3): gzip by
// name, else by "*", with a quality above zero. An absent header asks for plain bytes.
func acceptsGzip(header string) bool {
	accepted := false
	for part := range strings.SplitSeq(header, ",") {
		coding, parameters, _ := strings.Cut(part, ";")
		switch strings.ToLower(strings.TrimSpace(coding)) {
		case "gzip", "x-gzip":
			return quality(parameters) > 0
		case "*":
			accepted = quality(parameters) > 0
		}
	}
	return accepted
}

// quality is the q of one list element's parameters: 1 where there is none, 0 where
// it cannot be read.
func quality(parameters string) float64 {
	_, value, found := strings.Cut(strings.ReplaceAll(parameters, " ", ""), "q=")
	if !found {
		return 1
	}
	q, err := strconv.ParseFloat(value, 64)
	if err != nil {
		return 0
	}
	return q
}
