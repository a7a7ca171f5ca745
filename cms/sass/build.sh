#!/usr/bin/env bash
# Compiles the style sheet: `make css`, or `npm run build`.
set -euo pipefail

cd "$(dirname "$0")/../.."

npx --no-install sass --style=compressed --no-source-map --quiet-deps \
  --load-path=node_modules/@uswds/uswds/packages \
  cms/sass/site.scss cms/static/cms/css/site.css
