"""Expected values that are committed: compared by default, written anew with --write."""

import json
import math
import pathlib
import sys

TESTDATA = pathlib.Path(__file__).parents[3] / "internal/analysis/testdata"


def held(name, found):
    """Whether the committed file says what was found, one value a line; with --write it is made to.

    Where they differ, the names of the first lines that do are printed, and what mends it."""
    file = TESTDATA / name
    lines = [json.dumps(each, separators=(",", ":"), allow_nan=False) for each in found]
    if "--write" in sys.argv:
        file.write_text("".join(line + "\n" for line in lines), "utf-8")
        return True
    found = [json.loads(line) for line in lines]  # as a file has it: keys are text
    committed = [json.loads(text) for text in file.read_text("utf-8").splitlines()]
    wrong = [a["name"] for a, b in zip(found, committed) if differs(a, b)]
    print(f"{len(found)} graphs compared with {len(committed)} of {name}, {len(wrong)} differ", *wrong[:10])
    if not wrong and len(found) == len(committed):
        return True
    print("where the seed has changed, write the file anew with --write")
    return False


def differs(a, b):
    """Numbers may differ in their last digits from one machine to another; null is no number, and far tails are held by their logarithms."""
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        return not math.isclose(a, b, rel_tol=1e-10, abs_tol=1e-15)
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() != b.keys() or any(differs(a[k], b[k]) for k in a)
    if isinstance(a, list) and isinstance(b, list):
        return len(a) != len(b) or any(map(differs, a, b))
    return a != b
