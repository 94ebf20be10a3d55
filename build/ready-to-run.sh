#!/usr/bin/env bash
# Usage: ready-to-run.sh DOTNET FROM TO: copies a built program, its assemblies compiled ahead of time, which takes a third off every start.
# Best effort: where the feeds lack the compiler, or it fails, it exits 1 and the program runs as it was built.
set -euo pipefail
dotnet=$1 from=$2 to=$3

rid=$("$dotnet" --info | sed -n 's/^ *RID: *//p' | head -1)
framework=$("$dotnet" --list-runtimes | sed -n 's/^Microsoft\.NETCore\.App \(10\.[^ ]*\) \[\(.*\)\]$/\2\/\1/p' | tail -1)
packages=${NUGET_PACKAGES:-$HOME/.nuget/packages}
[ -n "$rid" ] && [ -d "$framework" ]

compiler() { find "$packages/microsoft.netcore.app.crossgen2.$rid" -path '*/tools/crossgen2' -type f 2>/dev/null | sort | tail -1; }

if [ -z "$(compiler)" ]; then
  folder=$(mktemp -d "${TMPDIR:-/tmp}/ready-to-run.XXXXXX")
  trap 'rm -rf "$folder"' EXIT
  printf '%s' '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework><PublishReadyToRun>true</PublishReadyToRun>' \
    "<RuntimeIdentifier>$rid</RuntimeIdentifier><SelfContained>false</SelfContained><NuGetAudit>false</NuGetAudit></PropertyGroup></Project>" >"$folder/Compiler.csproj"
  "$dotnet" restore "$folder/Compiler.csproj" --nologo -v quiet --disable-build-servers </dev/null &
  pid=$! waited=0
  while kill -0 $pid 2>/dev/null && [ $waited -lt 300 ]; do
    sleep 0.1
    waited=$((waited + 1))
  done
  kill -KILL $pid 2>/dev/null || true
  wait $pid
fi

crossgen=$(compiler)
[ -n "$crossgen" ]
mkdir -p "$to"
rm -f "$to/_build.dll"
for file in "$from"/*; do
  copy=$to/${file##*/}
  case $file in
    */_build.dll) ;;
    *.dll) [ "$copy" -nt "$file" ] || "$crossgen" "$file" -o "$copy" -r "$framework/*.dll" -r "$from/*.dll" -O || cp -f "$file" "$copy" ;;
    *) cp -Rf "$file" "$to/" ;;
  esac
done

# Last, since its being there says that everything is.
"$crossgen" "$from/_build.dll" -o "$to/_build.dll.new" -r "$framework/*.dll" -r "$from/*.dll" -O
mv -f "$to/_build.dll.new" "$to/_build.dll"
