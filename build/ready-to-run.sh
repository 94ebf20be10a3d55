#!/usr/bin/env bash
# Usage: ready-to-run.sh DOTNET FROM TO BUILT [PID]: copies a built program, its assemblies compiled ahead of time, which takes a third off every start.
# BUILT is the file that the build touches: the copy is of that build ($TO/_build.dll.of has its time) and of no other. With PID it begins when that
# process has ended, or a minute later. Best effort: where the feeds lack the compiler, or it fails, it exits 1 and the program runs as it was built.
set -euo pipefail
dotnet=$1 from=$2 to=$3 built=$4 pid=${5:-}

# One at a time; whoever died in it is not waited for.
mkdir -p "$to"
if ! mkdir "$to/.making" 2>/dev/null; then
  read -r other <"$to/.making/pid" 2>/dev/null || other=
  if [ -n "$other" ] && kill -0 "$other" 2>/dev/null; then exit 0; fi
fi
echo $$ >"$to/.making/pid"
trap 'rm -rf "$to/.making" ${folder:+"$folder"}' EXIT

waited=0
while [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null && [ $waited -lt 60 ]; do
  sleep 1
  waited=$((waited + 1))
done
of=$to/_build.dll.of
touch -r "$built" "$of.new"

rid=$("$dotnet" --info | sed -n 's/^ *RID: *//p' | head -1)
framework=$("$dotnet" --list-runtimes | sed -n 's/^Microsoft\.NETCore\.App \(10\.[^ ]*\) \[\(.*\)\]$/\2\/\1/p' | tail -1)
packages=${NUGET_PACKAGES:-$(cd "$from" && DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en "$dotnet" nuget locals global-packages --list 2>/dev/null | sed -n 's/^global-packages: *//p')}
packages=${packages:-$HOME/.nuget/packages}
[ -n "$rid" ] && [ -d "$framework" ]

# Runs a command with the lowest priority, for so many seconds at most.
limited() {
  local limit=$1 waited=0
  shift
  nice -n 19 "$@" </dev/null &
  local child=$!
  while kill -0 $child 2>/dev/null; do
    if [ $waited -ge $((limit * 10)) ]; then kill -KILL $child 2>/dev/null || true; fi
    sleep 0.1
    waited=$((waited + 1))
  done
  wait $child
}

compiler() { find "$packages/microsoft.netcore.app.crossgen2.$rid" -path '*/tools/crossgen2' -type f 2>/dev/null | sort | tail -1; }

if [ -z "$(compiler)" ]; then
  folder=$(mktemp -d "${TMPDIR:-/tmp}/ready-to-run.XXXXXX")
  printf '%s' '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework><PublishReadyToRun>true</PublishReadyToRun>' \
    "<RuntimeIdentifier>$rid</RuntimeIdentifier><SelfContained>false</SelfContained><NuGetAudit>false</NuGetAudit></PropertyGroup></Project>" >"$folder/Compiler.csproj"
  limited 120 "$dotnet" restore "$folder/Compiler.csproj" --nologo -v quiet --disable-build-servers
fi

crossgen=$(compiler)
[ -n "$crossgen" ]

# What is large is copied as it is: NUKE's own assembly, of 12 MB, takes minutes, and a start loads little of it.
ahead() {
  if [ "$(wc -c <"$1")" -gt 3000000 ] || ! limited 60 "$crossgen" "$1" -o "$2.new" -r "$framework/*.dll" -r "$from/*.dll" -O; then cp -f "$1" "$2.new"; fi
  mv -f "$2.new" "$2"
}

for file in "$from"/*; do
  copy=$to/${file##*/}
  case $file in
    # No start loads these: NUKE has them for secrets in Azure's vault.
    */Azure.*.dll | */Microsoft.Identity*.dll) cp -f "$file" "$to/" ;;
    *.dll) [ "$copy" -nt "$file" ] || ahead "$file" "$copy" ;;
    *) cp -Rf "$file" "$to/" ;;
  esac
done

# Last, since its time says of which build everything is; a build that came between has another.
mv -f "$of.new" "$of"
