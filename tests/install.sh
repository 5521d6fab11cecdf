#!/usr/bin/env bash
# Brings what the tests of this folder need and this machine lacks: Chromium, letters of the width that visitors have, Java, EPUBCheck, the tools of
# WebP, a server of SSH, the npm tools of package-lock.json; with the word «storage» a storage that speaks S3 as well. Quick when all is there; ends with
# an error when something cannot be had.
set -euo pipefail
cd "$(dirname "$0")"

have() { command -v "$1" >/dev/null 2>&1; }
browser() { have chromium || have chromium-browser || have google-chrome; }
letters() { [ -n "$(find /usr/share/fonts ~/.fonts ~/.local/share/fonts -name 'LiberationSerif-Regular.*' -print -quit 2>/dev/null)" ]; }
fail() { echo "install.sh: $*" >&2; exit 1; }

missing=()
browser || missing+=(chromium)
letters || missing+=(fonts-liberation) # a bare Debian has DejaVu alone, a fifth wider than Georgia and Times
have java || missing+=(default-jre-headless)
[ -e /usr/share/hunspell/uk_UA.dic ] || missing+=(hunspell-uk) # only measured with, never shipped
[ -e /usr/share/java/epubcheck.jar ] || missing+=(epubcheck)
have dwebp || missing+=(webp)
if ! have node || ! have npm; then missing+=(nodejs npm); fi
if ((${#missing[@]})); then
  have apt-get || fail "install these yourself: ${missing[*]}"
  sudo=; [ "$(id -u)" = 0 ] || sudo=sudo
  echo "install.sh: apt-get install ${missing[*]}"
  $sudo apt-get update -q >/dev/null
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -yq --no-install-recommends "${missing[@]}" >/dev/null
fi
# The server of SSH is wanted as a program only: the package would have it listen to the world.
if [ ! -x /usr/sbin/sshd ]; then
  have apt-get || fail "install openssh-server yourself"
  sudo=; [ "$(id -u)" = 0 ] || sudo=sudo
  echo 'install.sh: apt-get install openssh-server (its service stays off)'
  guard=/usr/sbin/policy-rc.d
  [ -e $guard ] && guard= || printf '#!/bin/sh\nexit 101\n' | $sudo tee $guard >/dev/null
  [ -z "$guard" ] || $sudo chmod +x $guard
  ((${#missing[@]})) || $sudo apt-get update -q >/dev/null
  code=0
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -yq --no-install-recommends openssh-server >/dev/null || code=$?
  [ -z "$guard" ] || $sudo rm $guard
  ((code == 0)) || fail "openssh-server cannot be had"
  if have systemctl; then $sudo systemctl disable ssh.service ssh.socket >/dev/null 2>&1 || true; fi
fi
# The storage that speaks S3 takes minutes to compile, so it is brought only when it is named: install.sh storage. It is compiled from the sums that Go's own checksum database knows.
storage=github.com/versity/versitygw version=v1.8.0
if [ "${1:-}" = storage ] && [[ "$(go version -m .tools/versitygw 2>/dev/null)" != *"$storage	$version	"* ]]; then
  echo "install.sh: go install $storage/cmd/versitygw@$version"
  GOBIN="$PWD/.tools" go install "$storage/cmd/versitygw@$version" || fail "the storage (versitygw) cannot be had"
fi
browser || fail "Chromium cannot be had"
letters || fail "the Liberation fonts cannot be had"
have java || fail "Java cannot be had"
[ -e /usr/share/java/epubcheck.jar ] || fail "EPUBCheck cannot be had"
have dwebp && have webpinfo || fail "the tools of WebP cannot be had"
[ -x /usr/sbin/sshd ] && have ssh-agent || fail "the server of SSH cannot be had"
have node && have npm || fail "Node.js cannot be had"
node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 18 || (a === 18 && b >= 19) ? 0 : 1)' || fail "Node.js is older than 18.19, which the npm tools want"
[ -e /usr/share/hunspell/uk_UA.dic ] || fail "the Ukrainian dictionary (hunspell-uk) cannot be had"

# npm leaves a copy of what it installed; where it is as the lock file wants, there is nothing to do.
if ! cmp -s package-lock.json node_modules/.installed; then
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
  cp package-lock.json node_modules/.installed
fi
for file in axe-core/axe.min.js temml/dist/temml.mjs vnu-jar/build/dist/vnu.jar .bin/tsc .bin/html-validate .bin/epubcheck-ts; do
  [ -e "node_modules/$file" ] || fail "npm has not brought $file"
done
