package main

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// readings say where the numbers and dates of each *Read* paragraph of
// docs/questions.md come from, and names that it lives by: paths of fields and
// positions into the answer; "#" is how many items there are, "field=value" the one
// that has it, in front of all "2" the answer to the section's second command.
var readings = map[string]string{
	"overlap": `universe/size groups/0/size groups/0/fellOut groups/1/size pairs/totalCount
		pairs/edges/0/node/shared pairs/edges/0/node/jaccard pairs/edges/0/node/expected pairs/edges/0/node/lift
		pairs/edges/0/node/pValue pairs/edges/0/node/pAdjusted pairs/edges/0/node/sdsmPValue
		2/universe/size 2/pairs/edges/node.shared=15/node/expected 2/pairs/edges/node.shared=15/node/lift 2/pairs/edges/node.shared=15/node/pValue`,
	"intersections": `actorCount total groups/1/fellOut sets/0/size sets/1/size sets/2/size sets/3/size sets/4/size sets/4/actors/0/name sets/4/actors/5/name`,
	"sharedNetworks": `networks/0/network/name networks/0/members/0/edges/0/since networks/0/members/1/edges/0/lastSeen
		networks/1/network/name networks/1/members/0/edges/0/lastSeen networks/2/network/name networks/2/sameTime
		networks/2/members/0/edges/0/since networks/2/members/1/edges/0/since networks/2/members/4/edges/0/lastSeen`,
	"coMembership": `rows/# certainDays certain/0/days certain/0/from certain/1/days certain/1/from certain/1/until possibleDays possible/0/from
		rows/0/node/name rows/0/edgesA/0/since rows/3/node/name`,
	"similarCities": `total groupCount cities/0/node/name cities/0/score cities/0/shared/0/size cities/0/shared/1/size
		cities/1/node/name cities/1/score cities/2/node/name cities/2/score 2/cities/0/node/name`,
	"paths": `paths/3/length paths/0/certain/0/from visited depth paths/1/certain/0/from paths/1/certain/0/until paths/2/certain/0/from`,
	"funding": `fundings/totalCount received/summed received/totals/0/exact received/totals/0/currency received/notSummable received/unknown
		fundings/edges/0/amount fundings/edges/1/amount fundings/edges/2/amount fundings/edges/3/amount fundings/edges/3/edge/since
		fundings/edges/5/amount fundings/edges/5/years/0 fundings/edges/6/amount fundings/edges/7/amount 2/unfunded/0/sentence`,
	"timeline": `groups/0/years/0/year groups/0/years/0/certain groups/0/years/0/possible groups/0/years/1/year groups/0/years/1/certain groups/0/years/1/possible
		groups/0/years/2/year groups/0/years/2/certain groups/0/years/2/possible groups/0/years/3/year groups/0/years/3/certain
		groups/0/changes/joined/0/node/name groups/0/changes/joined/1/node/name groups/0/changes/joined/2/node/name groups/0/changes/mayHaveJoined/0/node/name
		entries/totalCount entries/edges/0/date`,
	"subgraph": `nodes/# edges/# truncated nodes/node.id=city:palermo/leftOut nodes/node.id=city:potsdam/leftOut nodes/node.id=network:international-alliance-of-safe-harbours/leftOut`,
	"centrality": `graph/actors graph/groups graph/ties actors/edges/0/node/name actors/edges/0/value actors/edges/1/node/name actors/edges/1/value
		actors/edges/2/node/name actors/edges/2/value actors/edges/2/degree groups/edges/0/node/name groups/edges/0/value groups/edges/0/degree
		groups/edges/3/node/name groups/edges/3/degree`,
	"communities": `divided communities/totalCount modularity communities/edges/0/node/size communities/edges/1/node/size communities/edges/2/node/size communities/edges/5/node/size`,
	"structure": `graph/actors graph/groups graph/ties density parts cuts/totalCount classes/edges/0/node/size classes/edges/0/node/shared/0/name nestedness/groups
		cuts/edges/node.mode=ACTORS/node/node/name cuts/edges/node.mode=ACTORS/node/separated cuts/edges/node.mode=ACTORS/node/parts/1/actorCount`,
	"contradictions": `list/totalCount list/edges/0/node/node/name list/edges/0/node/sides/2/value list/edges/0/node/sides/3/value
		list/edges/2/node/certainty list/edges/2/node/sides/0/value list/edges/2/node/sides/0/date list/edges/2/node/sides/1/value list/edges/2/node/sides/1/date
		list/edges/node.field=since/node/sides/0/value`,
	"coverage": `groups/totalCount
		groups/edges/node.id=network:international-alliance-of-safe-harbours/members
		groups/edges/node.id=network:international-alliance-of-safe-harbours/reported/figure.date=2024-08/figure/date
		groups/edges/node.id=network:international-alliance-of-safe-harbours/reported/figure.date=2024-08/figure/value
		groups/edges/node.id=network:international-alliance-of-safe-harbours/reported/figure.date=2024-08/missing
		groups/edges/node.id=network:international-alliance-of-safe-harbours/singleSource/totalCount
		groups/edges/node.id=network:international-cities-of-refuge-network/members
		groups/edges/node.id=network:international-cities-of-refuge-network/withoutBeginning
		groups/edges/node.id=network:international-cities-of-refuge-network/singleSource/totalCount
		groups/edges/node.id=network:international-cities-of-refuge-network/reported/figure.date=2017-02/figure/date
		groups/edges/node.id=network:international-cities-of-refuge-network/reported/figure.date=2017-02/figure/value
		groups/edges/node.id=network:international-cities-of-refuge-network/reported/figure.date=2017-02/members
		groups/edges/node.id=network:international-cities-of-refuge-network/reported/figure.date=2017-02/atMost
		groups/edges/node.id=network:international-cities-of-refuge-network/reported/figure.date=2017-02/others
		groups/edges/node.id=network:international-cities-of-refuge-network/reported/figure.date=2017-02/missing
		groups/edges/node.id=network:international-cities-of-refuge-network/reported/figure.date=2026-02/figure/date
		groups/edges/node.id=network:international-cities-of-refuge-network/reported/figure.date=2026-02/figure/value
		groups/edges/node.id=network:international-cities-of-refuge-network/reported/figure.date=2026-02/members`,
}

var (
	readParagraph = regexp.MustCompile(`(?ms)^\*Read\.\* .*?$\n\n`)
	codeSpan      = regexp.MustCompile("`[^`]*`")
	numeral       = regexp.MustCompile(`\d+(?:[.-]\d+)*`)
)

// checkReading holds a *Read* paragraph to the answers to the section's commands:
// every number in it is one of theirs, as the readings say, or of the commands, and
// each that the readings lead to is in it.
func checkReading(t *testing.T, question, section string, answers []map[string]any) {
	t.Helper()
	said := codeSpan.ReplaceAllString(readParagraph.FindString(section), "")
	numbers := map[string]bool{}
	commands := strings.Join(askCommand.FindAllString(section, -1), " ")
	for _, n := range numeral.FindAllString(said, -1) {
		numbers[n] = slices.Contains(numeral.FindAllString(commands, -1), n)
	}
	for _, path := range append(strings.Fields(readings[question]), "assumptions/dataset/version") {
		value, err := lookUp(answers, path)
		if err != nil {
			t.Errorf("%s: %s: %v", question, path, err)
			continue
		}
		found := strings.Contains(said, value) && !numeral.MatchString(value)
		for n := range numbers {
			if isNumber(n, value) {
				numbers[n], found = true, true
			}
		}
		if !found {
			t.Errorf("%s: %s is %s, which is not in its *Read* paragraph", question, path, value)
		}
	}
	for n, answered := range numbers {
		if !answered {
			t.Errorf("%s: the *Read* paragraph has %s, which no path of the readings leads to", question, n)
		}
	}
}

// isNumber says whether a numeral is this value, rounded to as many digits as the
// numeral has.
func isNumber(numeral, value string) bool {
	if numeral == value {
		return true
	}
	v, err := strconv.ParseFloat(value, 64)
	if err != nil {
		return false
	}
	_, digits, _ := strings.Cut(numeral, ".")
	return strconv.FormatFloat(v, 'f', len(digits), 64) == numeral && v != float64(int(v))
}

// lookUp follows a path into the answers and writes what is there.
func lookUp(answers []map[string]any, path string) (string, error) {
	at := any(answers[0])
	if rest, ok := strings.CutPrefix(path, "2/"); ok {
		if len(answers) < 2 {
			return "", fmt.Errorf("there is no second command")
		}
		at, path = answers[1], rest
	}
	for step := range strings.SplitSeq(path, "/") {
		var err error
		if at, err = into(at, step); err != nil {
			return "", err
		}
	}
	return text(at), nil
}

func text(value any) string {
	if n, ok := value.(json.Number); ok {
		return n.String()
	}
	return fmt.Sprint(value)
}

// into takes one step of a path.
func into(at any, step string) (any, error) {
	switch at := at.(type) {
	case map[string]any:
		if next, ok := at[step]; ok && next != nil {
			return next, nil
		}
	case []any:
		if step == "#" {
			return len(at), nil
		}
		if i, err := strconv.Atoi(step); err == nil && i < len(at) {
			return at[i], nil
		}
		fields, value, _ := strings.Cut(step, "=")
		for _, item := range at {
			found := item
			for field := range strings.SplitSeq(fields, ".") {
				found, _ = into(found, field)
			}
			if text(found) == value {
				return item, nil
			}
		}
	}
	return nil, fmt.Errorf("there is no %q", step)
}
