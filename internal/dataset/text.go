package dataset

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"citygraph/internal/datapackage"
	"citygraph/internal/kg"
)

// checkText reports what is wrong with the text of a cell and returns the part
// of it that can be used. Stray blanks and look-alikes are findings, since two
// texts that look the same must be the same.
func checkText(s string, c datapackage.Column, at Place, out *findings) string {
	message, mend := textProblem(s, c)
	if message != "" {
		out.add(Finding{Group: BadText, Place: at, Message: message, Mend: mend})
	}
	if len(s) > MaxCell {
		s = s[:MaxCell]
	}
	return strings.ToValidUTF8(s, "\ufffd")
}

func textProblem(s string, c datapackage.Column) (message, mend string) {
	switch {
	case len(s) > MaxCell:
		return fmt.Sprintf("longer than %d KiB", MaxCell>>10), "shorten it"
	case !utf8.ValidString(s):
		return "not valid UTF-8", "save the file as UTF-8"
	}
	for _, r := range s {
		switch {
		case ' ' <= r && r < '\u007f': // nearly all of it
		case r == '\n' && c.Type == kg.TypeText && c.Name != "name":
		case unicode.IsControl(r):
			return fmt.Sprintf("the control character U+%04X", r), "delete it"
		case r == '\u00a0' || r == '\u202f':
			return "a no-break space", "write a plain space"
		case unicode.In(r, unicode.Zl, unicode.Zp), unicode.Is(unicode.Cf, r) && r != '\u200c' && r != '\u200d', r == utf8.RuneError:
			return fmt.Sprintf("the character U+%04X, which says nothing to a reader", r), "delete it"
		}
	}
	switch {
	case s != strings.TrimSpace(s):
		return "blanks around " + quoted(s), "delete them"
	case strings.Contains(s, "  "):
		return "two blanks in a row in " + quoted(s), "write one"
	case !norm.NFC.IsNormalString(s):
		return "letters and their accents stand apart in " + quoted(s), "write composed characters (Unicode NFC)"
	}
	return "", ""
}

// quoted quotes a text for a message, shortened where it is long.
func quoted(s string) string {
	const longest = 80
	if len(s) > longest {
		s = strings.ToValidUTF8(s[:longest], "") + "…"
	}
	return fmt.Sprintf("%q", s)
}
