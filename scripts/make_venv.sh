#!/bin/sh
# Make the virtual environment $1 and install the hash-locked requirements $2 into it.
# A bare Debian has python3 without its venv module; as root it is installed, else we say what is missing.
set -eu
venv=$1
requirements=$2
python=${PYTHON:-python3}

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || {
  echo "Python 3.11 atau lebih baru diperlukan; '$python' bukan itu." >&2
  exit 1
}
if [ ! -x "$venv/bin/pip" ]; then
  rm -rf "$venv"
  if ! "$python" -c 'import venv, ensurepip' 2>/dev/null; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
      apt-get update -qq
      DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends python3-venv >/dev/null
    else
      echo "Modul venv belum ada. Pasang dulu: sudo apt-get install python3-venv" >&2
      exit 1
    fi
  fi
  "$python" -m venv "$venv"
fi
echo "Memasang pustaka dari $requirements …"
"$venv/bin/pip" install --quiet --disable-pip-version-check --require-hashes --no-deps -r "$requirements"
