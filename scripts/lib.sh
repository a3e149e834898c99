# What scripts/test and .ci/run share: one file of counts for each part of a run, so that
# the closing line is counted from real results. To be sourced, in the project's folder.

results=${CITYGRAPH_RESULTS:-.cache/results}
failed=0

say() { printf '\n== %s\n' "$*"; }

# Built, not "go run", which ends what it prints with a line of its own.
go build -o .cache/tally ./scripts/tally || exit 1
tally() { .cache/tally "$@"; }

# check NAME COMMAND…: runs one check and counts it as one.
check() {
  local name=$1
  shift
  say "$name"
  if "$@"; then
    tally one pass "$results/$name.count"
  else
    echo "failed: $name"
    tally one fail "$results/$name.count" || failed=1
  fi
}

# not_run PART WHY: says what this machine cannot run. In CI everything must run.
not_run() {
  echo "not run: $1 ($2)"
  if [ "${CI:-}" = true ]; then
    tally one fail "$results/not-run-${1// /-}.count" || failed=1
  fi
}

# gotest NAME ARGUMENT…: runs go test and counts its tests.
gotest() {
  local name=$1
  shift
  say "go test $*"
  go test -json -timeout 30m "$@" | tally gotest "$results/$name.count"
  case "${PIPESTATUS[*]}" in
  '0 0') ;;
  *' 1') failed=1 ;;
  *) # go test could not even start, or tally could not read what it wrote
    echo "failed: go test $*"
    tally one fail "$results/$name-start.count" || failed=1
    ;;
  esac
}
