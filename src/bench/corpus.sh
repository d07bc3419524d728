#!/usr/bin/env bash
# Audits labelled jars and scores the report: what must be reported is, what is safe is not.
#
# usage: src/bench/corpus.sh CORPUS [JARS [--misses]]
#
# CORPUS is a folder that holds sites.tsv (the labels), fetch.sh (gets the jars through Maven, and
# skips those it has) and score.py. JARS is where the jars go and stay; without it, a new folder
# that is removed at the end. Needs a built tree. Prints the score and the wall time; the exit
# status is that of score.py: 0 when both rates are at least 95%.
set -euo pipefail

if [ $# -lt 1 ]; then
  sed -n '2,9s/^# \{0,1\}//p' "$0" >&2
  exit 2
fi
root=$(cd "$(dirname "$0")/../.." && pwd)
corpus=$(cd "$1" && pwd)
agent=$root/agent/target/tallyfast.jar
[ -f "$agent" ] || { echo "build first: mvn -B -q -DskipTests package" >&2; exit 2; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
jars=${2:-$work/jars}

bash "$corpus/fetch.sh" "$corpus/sites.tsv" "$jars"

# The jars together: a map's writers may be in another jar than the map.
status=0
begin=$(date +%s%N)
java -jar "$agent" audit --format json --output "$work/report.json" "$jars" || status=$?
end=$(date +%s%N)
[ "$status" -ne 2 ] || exit 2

echo "audited $(find "$jars" -name '*.jar' | wc -l) jars in $(((end - begin) / 1000000)) ms"
python3 "$corpus/score.py" "$corpus/sites.tsv" "$work/report.json" ${3:+"$3"}
