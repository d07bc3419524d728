#!/usr/bin/env bash
# Makes docs/demo.png, which stands in README.md, of the page that `mvn -q -Pdemo verify` wrote last.
# Usage: src/bench/screenshot.sh [PAGE [PNG]]; needs Chromium.
set -eu
cd "$(dirname "$0")/../.."
page=$(realpath "${1:-target/demo/index.html}")
png=${2:-docs/demo.png}
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome)
"$browser" --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=1160,1760 \
  --screenshot="$png" "file://$page" 2>/dev/null
echo "$png: $(stat -c %s "$png") bytes"
[ "$(stat -c %s "$png")" -lt 300000 ]
