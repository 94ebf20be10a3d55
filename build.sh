#!/usr/bin/env bash
# Builds build/_build.csproj when something that it is made of is newer than the last build, and runs it.
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
engine=${HOTFIX_ENGINE:-embedded}
program=$root/build/bin/$engine/Debug/_build.dll
stamp=$root/.nuke/temp/build-$engine.stamp

# NUKE reads HOST as a parameter and crashes on it; telemetry would edit the project file.
unset HOST
export NUKE_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

if [ -n "${DOTNET_EXE:-}" ]; then dotnet=$DOTNET_EXE
elif command -v dotnet >/dev/null 2>&1; then dotnet=dotnet
elif [ -x "${DOTNET_ROOT:-$HOME/.dotnet}/dotnet" ]; then dotnet=${DOTNET_ROOT:-$HOME/.dotnet}/dotnet
else
  printf '%s\n' 'HF5001: the .NET SDK was not found; nothing was changed.' \
    'why:  dotnet is neither on PATH nor below DOTNET_ROOT or ~/.dotnet.' \
    'next: install a .NET 10 SDK from https://dot.net/download' >&2
  exit 255
fi

sources() {
  find "$root/build" "$root/src" "$root"/Directory.*.props "$root/global.json" "$root/.editorconfig" \
    \( -name bin -o -name obj -o -name Hotfix.Drill -o -name Hotfix.LocalGitHub \) -prune -o -type f "$@" -print
}

# A deleted file makes nothing newer, so the list of names is compared too.
is_current() {
  [ -f "$program" ] && [ -f "$stamp" ] && [ "$(sources)" = "$(cat "$stamp")" ] && [ -z "$(sources -newer "$stamp")" ]
}

if ! is_current; then
  mkdir -p "$root/.nuke/temp"
  started=$(mktemp "$root/.nuke/temp/build-started.XXXXXX")
  sources >"$started"
  log=$root/.nuke/temp/bootstrap.log
  if ! "$dotnet" build "$root/build/_build.csproj" --nologo -v quiet -p:HotfixEngine="$engine" --disable-build-servers >"$log" 2>&1; then
    cat "$log" >&2
    rm -f "$started"
    printf '%s\n' 'HF5002: the build program did not compile; nothing was changed.' \
      "why:  the compiler's messages are above, and in $log." \
      'next: correct them; on a machine without a package feed, restore once where there is one.' >&2
    exit 255
  fi
  mv -f "$started" "$stamp"
fi

exec "$dotnet" "$program" "$@"
