#!/usr/bin/env bash
# Chooses the engine, builds build/_build.csproj when something that it is made of is newer than the last build, and runs it.
set -euo pipefail

source=${BASH_SOURCE[0]}
[ "$source" = "${source%/*}" ] && source=./$source
root=$(cd -- "${source%/*}" && pwd -P)
temp=$root/.nuke/temp

# NUKE reads HOST as a parameter and crashes on it; telemetry would edit the project file.
unset HOST
export NUKE_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

fail() {
  printf '%s\n' "$1" "why:  $2" "next: $3" >&2
  exit 255
}

# With --json, standard output belongs to the document.
say() {
  local argument
  for argument in "${arguments[@]+"${arguments[@]}"}"; do
    case $argument in -[Jj][Ss][Oo][Nn] | --[Jj][Ss][Oo][Nn]) printf '%s\n' "$1" >&2; return ;; esac
  done
  printf '%s\n' "$1"
}
arguments=("$@")

if [ -n "${DOTNET_EXE:-}" ]; then dotnet=$DOTNET_EXE
elif command -v dotnet >/dev/null 2>&1; then dotnet=dotnet
elif [ -x "${DOTNET_ROOT:-$HOME/.dotnet}/dotnet" ]; then dotnet=${DOTNET_ROOT:-$HOME/.dotnet}/dotnet
else
  fail 'HF5001: the .NET SDK was not found; nothing was changed.' \
    'dotnet is neither on PATH nor below DOTNET_ROOT or ~/.dotnet.' \
    'install a .NET 10 SDK from https://dot.net/download'
fi

nuke_version= fallout_version= gitversion_version=
while IFS= read -r line; do
  value=${line#*>} value=${value%%<*}
  case $line in
    *'<NukeVersion>'*) nuke_version=$value ;;
    *'<FalloutVersion>'*) fallout_version=$value ;;
    *'<GitVersionPackageVersion>'*) gitversion_version=$value ;;
  esac
done <"$root/Directory.Packages.props"

# The family of packages that is probed, with the version of it: NUKE's, or those of its fork.
family=Nuke called=NUKE wanted=$nuke_version

# Restores the packages in a throw-away project of its own, $1 seconds at most, and longer while process $2, a restore that goes on beside it, shows
# that the feeds are slow and not silent (two minutes in all). Sets answer to served, missing or unknown, and reason.
probe() {
  local folder limit=$1 beside=${2:-} started=$SECONDS codes
  mkdir -p "$temp"
  folder=$(mktemp -d "$temp/engine-probe.XXXXXX")
  for file in Directory.Build.props Directory.Build.targets Directory.Packages.props; do printf '<Project />\n' >"$folder/$file"; done
  printf '%s\n' '<Project Sdk="Microsoft.NET.Sdk">' \
    '  <PropertyGroup><TargetFramework>net10.0</TargetFramework><NuGetAudit>false</NuGetAudit></PropertyGroup>' \
    "  <ItemGroup><PackageReference Include=\"$family.Common\" Version=\"[$wanted]\" /><PackageReference Include=\"$family.Components\" Version=\"[$wanted]\" /></ItemGroup>" \
    "  <ItemGroup><PackageDownload Include=\"GitVersion.Tool\" Version=\"[$gitversion_version]\" /></ItemGroup>" \
    '</Project>' >"$folder/Probe.csproj"
  "$dotnet" restore "$folder/Probe.csproj" --nologo -v quiet -tl:off --disable-build-servers >"$folder/restore.log" 2>&1 </dev/null &
  local pid=$! waited=0
  while kill -0 $pid 2>/dev/null && { [ $waited -lt "$limit" ] || { [ $waited -lt 120 ] && [ -n "$beside" ] && kill -0 "$beside" 2>/dev/null; }; }; do
    sleep 0.1
    waited=$((SECONDS - started))
  done

  if kill -0 $pid 2>/dev/null; then
    kill -KILL $pid 2>/dev/null || true
    wait $pid 2>/dev/null || true
    answer=unknown reason="no answer within $waited seconds"
  elif wait $pid; then
    answer=served reason=
  else
    reason=$(grep -m 1 -o 'error .*' "$folder/restore.log" || echo 'no error was named')
    codes=$(grep -o 'error [A-Z]*[0-9]*' "$folder/restore.log" | sort -u | tr '\n' ' ' || true)
    case $codes in
      'error NU1101 ' | 'error NU1102 ' | 'error NU1101 error NU1102 ') answer=missing ;;
      *) answer=unknown ;;
    esac
  fi
  rm -rf "$folder"
}

# What is built: the build program, and for those who ask for a rehearsal the program that rehearses, in one graph.
rehearses=no
for argument in "${arguments[@]+"${arguments[@]}"}"; do
  case $argument in
    -*) break ;;
    [Dd][Rr][Ii][Ll][Ll] | [Ll][Oo][Cc][Aa][Ll][Gg][Ii][Tt][Hh][Uu][Bb] | [Ll][Oo][Cc][Aa][Ll]-[Gg][Ii][Tt]-[Hh][Uu][Bb]) rehearses=yes ;;
  esac
done
project() { if [ $rehearses = yes ]; then echo "$root/build/rehearsal.slnf"; else echo "$root/build/_build.csproj"; fi; }
restoring=

# Only what is certain is remembered: that the feeds serve this version, or that they answered and do not have it.
choose_engine() {
  local remembered= version= references
  references=$(cat "$root"/build/*.csproj 2>/dev/null || true)
  case $references in
    *'Include="Fallout.Common"'*) engine=fallout; return ;;
    *'Include="Nuke.Common"'*) engine=nuke; return ;;
  esac

  if [ -f "$temp/engine" ]; then read -r remembered version <"$temp/engine" || true; fi
  if [ "$version" = "$nuke_version" ] && { [ "$remembered" = nuke ] || [ "$remembered" = embedded ]; }; then
    engine=$remembered
    return
  fi

  # The embedded engine's packages, of which NUKE's variant needs most, too, come beside the answer.
  if [ ! -f "$root/build/bin/embedded/Debug/_build.dll" ]; then
    mkdir -p "$temp"
    "$dotnet" restore "$(project)" --nologo -v quiet -p:HotfixEngine=embedded --disable-build-servers >"$temp/restore.log" 2>&1 </dev/null &
    restoring=$!
  fi
  probe 8 $restoring
  case $answer in
    served)
      engine=nuke
      say "engine: NUKE $nuke_version, which the package feeds serve (remembered in .nuke/temp/engine; HOTFIX_ENGINE=embedded overrides)" ;;
    missing)
      engine=embedded
      say "engine: embedded, since the package feeds do not have NUKE $nuke_version (remembered in .nuke/temp/engine; HOTFIX_ENGINE=nuke overrides)" ;;
    *)
      engine=embedded
      say "engine: embedded, since it could not be found out whether the package feeds have NUKE $nuke_version: $reason (asked again next time, unless HOTFIX_ENGINE is set)"
      return ;;
  esac
  printf '%s\n' "$engine $nuke_version" >"$temp/engine"
}

case ${HOTFIX_ENGINE:-} in
  nuke | embedded | fallout) engine=$HOTFIX_ENGINE ;;
  '') choose_engine ;;
  *)
    fail "HF5011: HOTFIX_ENGINE is '$HOTFIX_ENGINE', which is no engine; nothing was changed." \
      'There are three: nuke, fallout and embedded.' \
      'set it to one of them, or unset it to have the engine chosen by what the package feeds serve.' ;;
esac

# What is built and tested from here, by 'Test' or 'Drill', is for the engine that was asked for.
if [ -n "${HOTFIX_ENGINE:-}" ]; then export HotfixEngine=$engine; fi

program=$root/build/bin/$engine/Debug/_build.dll
ready=$root/build/bin/$engine/Ready/_build.dll
drill=$root/src/Rehearsal/Hotfix.Drill/bin/$engine/Debug/Hotfix.Drill.dll
of=$temp/built-$engine
stamp=$temp/build-$engine.stamp
if [ $rehearses = yes ]; then stamp=$temp/build-$engine-rehearsal.stamp; fi

# Names the files that the program is made of; one that is newer than $1 twice. What only a rehearsal runs counts only for one.
sources() {
  local rehearsal=Rehearsal folders=("$root/build" "$root/src")
  if [ $rehearses = yes ]; then rehearsal=' '; fi
  if [ -d "$root/.github" ]; then folders+=("$root/.github"); fi
  find "${folders[@]}" "$root"/Directory.*.props "$root/global.json" "$root/.editorconfig" \
    \( -name bin -o -name obj -o -name "$rehearsal" \) -prune -o -type f -print -newer "$1" -print
}

# A deleted file makes nothing newer, so it is the list of names that is compared.
is_current() {
  [ -f "$program" ] && [ -f "$stamp" ] && [ "$(sources "$stamp")" = "$(<"$stamp")" ] && { [ $rehearses = no ] || [ -f "$drill" ]; }
}

built=no
build() {
  local started log=$temp/bootstrap.log
  mkdir -p "$temp"
  if [ "$engine" != embedded ] && [ -n "${HOTFIX_ENGINE:-}" ]; then
    if [ "$engine" = fallout ]; then family=Fallout called=Fallout wanted=$fallout_version; fi
    probe 60
    [ "$answer" = served ] || fail "HF5010: $called $wanted was asked for with HOTFIX_ENGINE=$engine, and cannot be restored; nothing was changed." \
      "$reason" \
      "add a feed that serves $family.Common and $family.Components $wanted, and GitVersion.Tool $gitversion_version ('dotnet nuget list source' shows yours), or unset HOTFIX_ENGINE to run on the embedded engine."
  fi

  # An engine that was just chosen may still be restoring; a build restores what is missing, and two at once would write the same files.
  if [ -n "$restoring" ]; then
    if [ "$engine" != embedded ]; then kill $restoring 2>/dev/null || true; fi
    wait $restoring 2>/dev/null || true
  fi

  started=$(mktemp "$temp/build-started.XXXXXX")
  sources "$started" >"$started.names"
  if ! "$dotnet" build "$(project)" --nologo -v quiet -p:HotfixEngine="$engine" --disable-build-servers >"$log" 2>&1; then
    cat "$log" >&2
    rm -f "$started" "$started.names"
    fail 'HF5002: the build program did not compile; nothing was changed.' \
      "the compiler's messages are above, and in $log." \
      'correct them; on a machine without a package feed, restore once where there is one.'
  fi

  # The stamp is as old as the start of the build: what was edited meanwhile is newer.
  cat "$started.names" >"$stamp"
  touch -r "$started" "$stamp"
  rm -f "$started" "$started.names"
  : >"$of"
  built=yes
}

is_current || build

# A copy that is compiled ahead of time starts in two thirds of the time; of another build it is not used. It is made beside whatever comes after this
# run (or after its first minute), never before it; in CI not by the run that compiled, since most jobs start the program once.
if [ -f "$ready" ] && [ "$ready.of" -nt "$of" -o "$ready.of" -ot "$of" ] || [ ! -f "$ready" ]; then
  if [ -f "$root/build/ready-to-run.sh" ] && { [ $built = no ] || [ "${CI:-}" != true ]; }; then
    nohup bash "$root/build/ready-to-run.sh" "$dotnet" "${program%/*}" "${ready%/*}" "$of" $$ >"$temp/ready-to-run.log" 2>&1 </dev/null &
  fi
else
  program=$ready
fi
exec "$dotnet" "$program" "$@"
