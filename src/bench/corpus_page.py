#!/usr/bin/env python3
"""Writes the score that src/bench/corpus.sh prints into docs/audit-quality.md.

Usage: src/bench/corpus.sh CORPUS [JARS] | src/bench/corpus_page.py
"""

import pathlib
import re
import sys

PAGE = pathlib.Path(__file__).resolve().parents[2] / "docs" / "audit-quality.md"
BEGIN = "<!-- begin: written by src/bench/corpus_page.py -->"
END = "<!-- end: corpus -->"


def main():
    printed = sys.stdin.read()
    rows = re.findall(r"^(must (?:report|be silent) \(.*?\)) +(\d+) of +(\d+)$", printed, re.MULTILINE)
    rates = re.search(r"recall ([\d.]+) .*silent where safe ([\d.]+) ", printed)
    if not rows or not rates:
        sys.exit("no score on stdin: pipe the output of src/bench/corpus.sh into this")
    table = ["| | as it should be |", "| --- | ---: |"]
    table += [f"| {name.replace('_', ' ')} | {right} of {all_} |" for name, right, all_ in rows]
    table += [f"| recall | {rates[1]} |", f"| silent where safe | {rates[2]} |"]
    page = PAGE.read_text(encoding="utf-8")
    before, rest = page.split(BEGIN)
    _, after = rest.split(END)
    PAGE.write_text(before + BEGIN + "\n\n" + "\n".join(table) + "\n\n" + END + after, encoding="utf-8")


if __name__ == "__main__":
    main()
