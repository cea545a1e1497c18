#!/bin/sh
# The browser tests need Chromium, and the driver of the virtual environment $1 needs libatomic, which a bare Debian
# lacks. What is missing is installed, if that is allowed; else we say what to do. With them come, where they can be had,
# nginx for the tests of deploy/, which are left out without it, and the Chromium without windows, which is faster.
set -eu
venv=$1
shell=chromium-headless-shell
browser= needed= useful=
for name in $shell chromium "${CHROMIUM:-}"; do
  [ -z "$name" ] || ! command -v "$name" >/dev/null || browser=$name
done
[ -n "$browser" ] || needed="chromium fonts-noto-core"
"$venv"/lib/python3*/site-packages/playwright/driver/node --version >/dev/null 2>&1 || needed="$needed libatomic1"
[ -x /usr/sbin/nginx ] || useful="nginx-light"
[ "$browser" != chromium ] || command -v $shell >/dev/null || useful="$useful $shell"

if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
  [ -n "$needed" ] || exit 0
  echo "Uji peramban memerlukan: $needed. Pasang dulu: sudo apt-get install $needed" >&2
  echo "Chromium di tempat lain: CHROMIUM=/letak/chromium make test" >&2
  exit 1
fi

install() {
  echo "Memasang untuk uji: $* …"
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}
[ -n "$needed$useful" ] || exit 0
apt-get update -qq || [ -z "$needed" ]
# shellcheck disable=SC2086  # the words are package names
case $needed in
  chromium*) install $shell ${needed#chromium} || install $needed ;;
  ?*) install $needed ;;
esac
for name in $useful; do
  install "$name" || echo "$name tidak dapat dipasang; uji jalan tanpanya." >&2
done
