package kg

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// letters that NFKD does not take apart.
var folding = map[rune]string{
	'ß': "ss", 'ẞ': "ss", 'ø': "o", 'Ø': "o", 'ł': "l", 'Ł': "l",
	'đ': "d", 'Đ': "d", 'ð': "d", 'Ð': "d", 'þ': "th", 'Þ': "th",
	'æ': "ae", 'Æ': "ae", 'œ': "oe", 'Œ': "oe", 'ı': "i",
}

// Fold returns s as lower-case ASCII words separated by single spaces: NFKD,
// marks removed, letters such as ß spelt out, everything else a space. Two
// names that fold alike are the same name for search and for sorting.
// A letter of another script, which has no ASCII form here, is kept as its
// code point ("u4e2d"), so that no name folds to nothing by accident.
func Fold(s string) string { return fold(s, ' ') }

func fold(s string, gap rune) string {
	var b strings.Builder
	pending := false
	put := func(text string) {
		if pending && b.Len() > 0 {
			b.WriteRune(gap)
		}
		pending = false
		b.WriteString(text)
	}
	for _, r := range norm.NFKD.String(spellOut(s)) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			put(string(r))
		case r >= 'A' && r <= 'Z':
			put(string(r + 'a' - 'A'))
		case unicode.IsLetter(r):
			put("u" + codePoint(unicode.ToLower(r)))
		default:
			pending = true
		}
	}
	return b.String()
}

func spellOut(s string) string {
	var b strings.Builder
	for _, r := range s {
		if t, ok := folding[r]; ok {
			b.WriteString(t)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

func codePoint(r rune) string {
	const hex = "0123456789abcdef"
	out := ""
	for ; r > 0; r >>= 4 {
		out = string(hex[r&15]) + out
	}
	return out
}
