#!/usr/bin/env python3
"""Audits the test suites of SpotBugs, Error Prone and RacerD, and runs those tools and PMD on our own targets.

Usage: src/bench/peers.py [--clones FOLDER] [--work FOLDER] [--java BIN] [--javac BIN] [--only suites|tools] [--no-page]

The suites are fetched when this runs, and nothing of them is kept: --clones is a folder with git repositories
named spotbugs, error-prone and infer (with or without work trees); without it they are cloned, shallow and without
the files that are not needed. What a suite expects is read from the suite: the lines that its tests assert, the
comments "BUG: Diagnostic contains", the annotations, issues.exp. Each line that it calls wrong is either within
our subject, a value that is read, changed and written back, or the reason why it is not is counted.

The tools come from Maven. On our own targets the comments say what loses updates and what is safe, and a form is a method
with such a comment. Any finding in a form counts, whatever it says; a finding at a field counts for each form of
its class that uses the field. Both tables go into docs/audit-quality.md. Needs a built tree: mvn -B -q -DskipTests package
"""

import argparse
import collections
import pathlib
import sys
import tempfile

sys.dont_write_bytecode = True

from peer import forms, maven, run, suites, tools  # noqa: E402, nothing is to be left in the tree

PAGE = run.ROOT / "docs" / "audit-quality.md"
SUITES = "<!-- begin: written by src/bench/peers.py -->", "<!-- end: peers -->"
TOOLS = "<!-- begin: written by src/bench/peers.py, tools -->", "<!-- end: peers, tools -->"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--clones", type=pathlib.Path, help="where the repositories are")
    parser.add_argument("--work", type=pathlib.Path, help="where what Maven gets stays")
    parser.add_argument("--java", default="java")
    parser.add_argument("--javac", default="javac")
    parser.add_argument("--only", choices=["suites", "tools"])
    parser.add_argument("--no-page", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = options.work or pathlib.Path(folder)
        work.mkdir(exist_ok=True)
        libraries = maven.libraries(work / "lib", suites.LIBRARIES)
        if options.only != "tools":
            done(SUITES, suite_lines(work, libraries, options), options)
        if options.only != "suites":
            done(TOOLS, tool_lines(work, libraries, options), options)


def suite_lines(work, libraries, options):
    clones = {name: suites.Clone(name, options.clones and options.clones / name, work) for name in suites.HOMES}
    libraries += ":" + suites.racerd_libraries(clones["infer"], work)
    racerd = list(suites.racerd(clones["infer"]))
    units = [list(suites.spotbugs(clones["spotbugs"])), list(suites.error_prone(clones["error-prone"])),
             [case for case in racerd if case.suite == "RacerD"], [case for case in racerd if case.suite != "RacerD"]]
    compared, failed = run.compare(units, libraries, options.java, options.javac)
    versions = ", ".join(f"{name} {clone.version()}" for name, clone in clones.items())
    return [f"Newest commits: {versions}.", "", *suite_table(compared), "", *outside_table(compared), "",
            *places("Not found", [(c.case, line) for c in compared for line in sorted(c.missed)]),
            *places("Flagged, and called safe by the suite", [(c.case, line) for c in compared for line in sorted(c.alarms)]),
            "Does not compile: " + ("; ".join(f"`{case.name}` ({case.suite}: {why.strip()})" for case, why in failed) or "nothing") + "."]


def suite_table(compared):
    counts = collections.defaultdict(collections.Counter)
    for c in compared:
        inside = c.case.inside()
        counts[c.case.suite].update(cases=1, bad=len(c.case.bad), inside=len(inside), found=len(c.found & inside),
                                    safe=c.case.safe, alarms=len(c.alarms), spoilt=len(c.spoilt))
    return ["| suite | tests or files | wrong lines | of these our subject | found | safe places | flagged | mixed |",
            "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
            *(f"| {suite} | {n['cases']} | {n['bad']} | {n['inside']} | {n['found']} | {n['safe']} | {n['alarms']} | {n['spoilt']} |"
              for suite, n in counts.items())]


def outside_table(compared):
    why = collections.Counter((c.case.suite, reason) for c in compared for reason in c.case.outside().values())
    return ["| suite | why a wrong line is not our subject | lines |", "| --- | --- | ---: |",
            *(f"| {suite} | {reason} | {n} |" for (suite, reason), n in sorted(why.items()))]


def places(title, lines):
    """One row for each place, with the statement there."""
    if not lines:
        return [f"{title}: nothing.", ""]
    rows = [f"| {case.suite} | `{case.name}` | {line[1]} | {code(case, line)} |" for case, line in lines]
    return [f"{title}:", "", "| suite | test | line | |", "| --- | --- | ---: | --- |", *rows, ""]


def code(case, line):
    return "`" + case.text(line).split("//")[0].strip().replace("|", "\\|") + "`"


def tool_lines(work, libraries, options):
    found = {**tools.tallyfast(run.audit, options.java, work), **tools.spotbugs(work, options.java),
             **tools.error_prone(work, options.javac, libraries), **tools.pmd(work, options.java)}
    all_forms = list(forms.forms())
    plain = [form for form in all_forms if form.hash_map]
    missed = [form for form in all_forms if form.loses and not forms.hits(form, found["Tallyfast"])]
    flagged = [form for form in all_forms if not form.loses and forms.hits(form, found["Tallyfast"])]
    names = lambda some: ", ".join(f"`{form.path.rsplit('/', 1)[-1]}:{form.first}`" for form in some) or "none"
    return [f"Tallyfast misses {names(missed)}; of the safe ones it flags {names(flagged)}.", "",
            "Of all forms:", "", *tool_table(all_forms, found), "",
            "Of those on a plain `HashMap`:", "", *tool_table(plain, found),
            "", "Found in each family of targets, of those that lose updates:", "", *family_table(all_forms, found)]


def tool_table(some, found):
    loses = [form for form in some if form.loses]
    safe = [form for form in some if not form.loses]
    return ["| tool | unprotected found | safe flagged |", "| --- | ---: | ---: |",
            *(f"| {tool} | {sum(forms.hits(form, at) for form in loses)} of {len(loses)} "
              f"| {sum(forms.hits(form, at) for form in safe)} of {len(safe)} |" for tool, at in found.items())]


def family_table(some, found):
    families = collections.defaultdict(list)
    for form in some:
        if form.loses:
            families[form.path.rsplit("/", 1)[-1].removesuffix("Targets.java")].append(form)
    return ["| family | forms | " + " | ".join(found) + " |", "| --- | ---: |" + " ---: |" * len(found),
            *(f"| {name} | {len(those)} | " + " | ".join(str(sum(forms.hits(form, at) for form in those)) for at in found.values()) + " |"
              for name, those in sorted(families.items()))]


def done(marks, lines, options):
    print("\n".join(lines), flush=True)
    if not options.no_page:
        before, rest = PAGE.read_text().split(marks[0], 1)
        PAGE.write_text("\n".join([before + marks[0], "", *lines, "", marks[1]]) + rest.split(marks[1], 1)[1])


if __name__ == "__main__":
    main()
