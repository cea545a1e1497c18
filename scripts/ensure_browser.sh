#!/bin/sh
# The browser tests need Chromium, and the driver of the virtual environment $1 needs libatomic, which a bare Debian
# lacks. What is missing is installed, if that is allowed; else we say what to do. nginx, for the tests of deploy/, is
# installed with them; where that is not allowed, those tests are left out.
set -eu
venv=$1
missing=
command -v chromium >/dev/null || [ -n "${CHROMIUM:-}" ] || missing="chromium fonts-noto-core"
"$venv"/lib/python3*/site-packages/playwright/driver/node --version >/dev/null 2>&1 || missing="$missing libatomic1"
allowed=
[ "$(id -u)" = 0 ] && command -v apt-get >/dev/null && allowed=ya
[ -z "$allowed" ] || [ -x /usr/sbin/nginx ] || missing="$missing nginx-light"
[ -n "$missing" ] || exit 0
if [ -n "$allowed" ]; then
  echo "Memasang untuk uji: $missing …"
  apt-get update -qq
  # shellcheck disable=SC2086  # the words are package names
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
else
  echo "Uji peramban memerlukan: $missing. Pasang dulu: sudo apt-get install $missing" >&2
  echo "Chromium di tempat lain: CHROMIUM=/letak/chromium make test" >&2
  exit 1
fi
