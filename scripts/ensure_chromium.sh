#!/bin/sh
# The browser tests need Chromium. Where it is missing it is installed, if that is allowed; else we say what to do.
set -eu
if command -v chromium >/dev/null || [ -n "${CHROMIUM:-}" ]; then
  exit 0
fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Memasang Chromium untuk uji peramban …"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-noto-core >/dev/null
else
  echo "Uji peramban memerlukan Chromium. Pasang dulu: sudo apt-get install chromium" >&2
  echo "atau tunjukkan letaknya: CHROMIUM=/letak/chromium make test" >&2
  exit 1
fi
