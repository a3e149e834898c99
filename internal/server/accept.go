package server

import (
	"mime"
	"strconv"
	"strings"
)

// The media types of an answer. The first is the one of the specification, with
// a status that tells how the request went; the second is for older clients,
// who take every status but 200 for a broken connection.
const (
	graphqlJSON = "application/graphql-response+json"
	plainJSON   = "application/json"
)

// negotiate returns the media type that an Accept header (RFC 9110, 12.5.1)
// prefers, and ok false where it takes neither. Clients that do not say get
// plainJSON; of two equal wishes the one of the specification is met.
func negotiate(header string) (mediaType string, ok bool) {
	if strings.TrimSpace(header) == "" {
		return plainJSON, true
	}
	wish := map[string]accepted{}
	for part := range strings.SplitSeq(header, ",") {
		rangeText, q, valid := mediaRange(part)
		if !valid {
			continue
		}
		for _, offer := range []string{graphqlJSON, plainJSON} {
			if n := specific(rangeText, offer); n > 0 && n >= wish[offer].specific {
				wish[offer] = accepted{n, q}
			}
		}
	}
	spec, plain := wish[graphqlJSON], wish[plainJSON]
	switch {
	case spec.q <= 0 && plain.q <= 0:
		return plainJSON, false
	case spec.q > plain.q, spec.q == plain.q && spec.specific == exact:
		return graphqlJSON, true
	}
	return plainJSON, true
}

// accepted is the wish for one offer: the quality that the most specific range
// gives it.
type accepted struct {
	specific int
	q        float64
}

const exact = 3

// specific says how closely a range names the offer: 3 exactly, 2 as one of its
// type, 1 as anything, 0 not at all.
func specific(rangeText, offer string) int {
	switch rangeText {
	case offer:
		return exact
	case "application/*":
		return 2
	case "*/*":
		return 1
	}
	return 0
}

// mediaRange reads one element of an Accept header. A quality that cannot be
// read counts as 0; a charset other than UTF-8 is not on offer.
func mediaRange(text string) (name string, q float64, ok bool) {
	name, params, err := mime.ParseMediaType(text)
	if err != nil {
		return "", 0, false
	}
	if c, given := params["charset"]; given && !utf8Name(c) {
		return "", 0, false
	}
	q = 1
	if v, given := params["q"]; given {
		q, err = strconv.ParseFloat(v, 64)
		if err != nil || !(q >= 0 && q <= 1) {
			q = 0
		}
	}
	return name, q, true
}

func utf8Name(charset string) bool {
	return strings.EqualFold(charset, "utf-8") || strings.EqualFold(charset, "utf8")
}
