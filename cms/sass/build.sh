#!/usr/bin/env bash
# Compiles the style sheet: `make css`, or `npm run build`.
set -euo pipefail

cd "$(dirname "$0")/../.."
uswds=node_modules/@uswds/uswds
css=cms/static/cms/css

npx --no-install sass --style=compressed --no-source-map --quiet-deps \
  --load-path="$uswds/packages" \
  "cms/sass/site.scss:$css/site.css" "cms/sass/maintenance.scss:$css/maintenance.css" \
  "cms/sass/styleguide.scss:$css/styleguide.css"

# Every image that the style sheet names stands beside it, and no other.
grep -oE 'img/[a-z_/-]+\.svg' "$css/site.css" | sort -u \
  | while read -r image; do
    install -D -m 644 "$uswds/dist/$image" "$css/$image"
  done
