@echo off
rem Chooses the engine, builds build\_build.csproj when something that it is made of is newer than the last build, and runs it.
setlocal EnableDelayedExpansion
set "ROOT=%~dp0"
set "TEMPDIR=%ROOT%.nuke\temp"
rem NUKE reads HOST as a parameter and crashes on it; telemetry would edit the project file.
set "HOST="
set "NUKE_TELEMETRY_OPTOUT=1"
set "DOTNET_NOLOGO=1"
set "DOTNET_CLI_TELEMETRY_OPTOUT=1"

rem As build.sh: a dotnet that is named, else the one on PATH, else the one below DOTNET_ROOT or in the home folder.
set "DOTNET=%DOTNET_EXE%"
if "%DOTNET_ROOT%"=="" set "DOTNET_ROOT_OR_HOME=%USERPROFILE%\.dotnet"
if not "%DOTNET_ROOT%"=="" set "DOTNET_ROOT_OR_HOME=%DOTNET_ROOT%"
if "%DOTNET%"=="" where dotnet >nul 2>&1 && set "DOTNET=dotnet"
if "%DOTNET%"=="" if exist "%DOTNET_ROOT_OR_HOME%\dotnet.exe" set "DOTNET=%DOTNET_ROOT_OR_HOME%\dotnet.exe"
if "%DOTNET%"=="" (
  echo HF5001: the .NET SDK was not found; nothing was changed. 1>&2
  echo why:  dotnet is neither on PATH nor below DOTNET_ROOT or %%USERPROFILE%%\.dotnet. 1>&2
  echo next: install a .NET 10 SDK from https://dot.net/download 1>&2
  exit /b 255
)

set "NUKE_PINNED="
set "FALLOUT_PINNED="
set "GITVERSION_PINNED="
for /f "tokens=3 delims=<>" %%v in ('findstr /c:"<NukeVersion>" "%ROOT%Directory.Packages.props"') do set "NUKE_PINNED=%%v"
for /f "tokens=3 delims=<>" %%v in ('findstr /c:"<FalloutVersion>" "%ROOT%Directory.Packages.props"') do set "FALLOUT_PINNED=%%v"
for /f "tokens=3 delims=<>" %%v in ('findstr /c:"<GitVersionPackageVersion>" "%ROOT%Directory.Packages.props"') do set "GITVERSION_PINNED=%%v"
set "FAMILY=Nuke"
set "CALLED=NUKE"
set "WANTED=%NUKE_PINNED%"
if not exist "%TEMPDIR%" mkdir "%TEMPDIR%"

if "%HOTFIX_ENGINE%"=="" goto choose
set "ENGINE=%HOTFIX_ENGINE%"
if "%ENGINE%"=="nuke" goto chosen
if "%ENGINE%"=="embedded" goto chosen
if "%ENGINE%"=="fallout" goto chosen
echo HF5011: HOTFIX_ENGINE is '%HOTFIX_ENGINE%', which is no engine; nothing was changed. 1>&2
echo why:  There are three: nuke, fallout and embedded. 1>&2
echo next: set it to one of them, or unset it to have the engine chosen by what the package feeds serve. 1>&2
exit /b 255

:choose
rem Only what is certain is remembered: that the feeds serve this version, or that they answered and do not have it.
set "ENGINE="
findstr /c:"Include=\"Fallout.Common\"" "%ROOT%build\*.csproj" >nul 2>&1 && set "ENGINE=fallout"
if "%ENGINE%"=="" findstr /c:"Include=\"Nuke.Common\"" "%ROOT%build\*.csproj" >nul 2>&1 && set "ENGINE=nuke"
if not "%ENGINE%"=="" goto chosen
set "REMEMBERED="
if exist "%TEMPDIR%\engine" for /f "usebackq tokens=1,2" %%e in ("%TEMPDIR%\engine") do (
  set "REMEMBERED=%%e"
  if "%%f"=="%NUKE_PINNED%" if "%%e"=="nuke" set "ENGINE=nuke"
  if "%%f"=="%NUKE_PINNED%" if "%%e"=="embedded" set "ENGINE=embedded"
)
if not "%ENGINE%"=="" goto chosen
call :probe 8
set "ENGINE=embedded"
if "%ANSWER%"=="served" set "ENGINE=nuke"
if "%ANSWER%"=="served" set "LINE=engine: NUKE %NUKE_PINNED%, which the package feeds serve (remembered in .nuke/temp/engine; HOTFIX_ENGINE=embedded overrides)"
if "%ANSWER%"=="missing" set "LINE=engine: embedded, since the package feeds do not have NUKE %NUKE_PINNED% (remembered in .nuke/temp/engine; HOTFIX_ENGINE=nuke overrides)"
if "%ANSWER%"=="unknown" set "LINE=engine: embedded, since it could not be found out whether the package feeds have NUKE %NUKE_PINNED% (asked again next time, unless HOTFIX_ENGINE is set)"
rem To standard error: with --json, standard output belongs to the document.
echo !LINE! 1>&2
if not "%ANSWER%"=="unknown" (echo %ENGINE% %NUKE_PINNED%)>"%TEMPDIR%\engine"

:chosen
set "PROGRAM=%ROOT%build\bin\%ENGINE%\Debug\_build.dll"
rem What is built and tested from here, by Test or Drill, is for the engine that was asked for.
if not "%HOTFIX_ENGINE%"=="" set "HotfixEngine=%ENGINE%"
set "HOTFIX_STAMP=%TEMPDIR%\build-%ENGINE%.stamp"
set "HOTFIX_ROOT=%ROOT%"
if not exist "%PROGRAM%" goto build
powershell -NoProfile -Command "$s = Get-Item -LiteralPath $env:HOTFIX_STAMP -ErrorAction SilentlyContinue; if (-not $s) { exit 1 }; $newer = Get-ChildItem -LiteralPath ($env:HOTFIX_ROOT + 'build'), ($env:HOTFIX_ROOT + 'src') -Recurse | Where-Object { $_.FullName -notmatch '\\(bin|obj)(\\|$)' -and $_.LastWriteTimeUtc -gt $s.LastWriteTimeUtc } | Select-Object -First 1; if ($newer) { exit 1 }"
if not errorlevel 1 goto run

:build
if "%ENGINE%"=="embedded" goto compile
if "%HOTFIX_ENGINE%"=="" goto compile
if "%ENGINE%"=="fallout" set "FAMILY=Fallout"
if "%ENGINE%"=="fallout" set "CALLED=Fallout"
if "%ENGINE%"=="fallout" set "WANTED=%FALLOUT_PINNED%"
call :probe 60
if "%ANSWER%"=="served" goto compile
echo HF5010: %CALLED% %WANTED% was asked for with HOTFIX_ENGINE=%ENGINE%, and cannot be restored; nothing was changed. 1>&2
echo why:  !REASON! 1>&2
echo next: add a feed that serves %FAMILY%.Common and %FAMILY%.Components %WANTED%, and GitVersion.Tool %GITVERSION_PINNED% ('dotnet nuget list source' shows yours), or unset HOTFIX_ENGINE to run on the embedded engine. 1>&2
exit /b 255

:compile
"%DOTNET%" build "%ROOT%build\_build.csproj" --nologo -v quiet -p:HotfixEngine=%ENGINE% --disable-build-servers 1>&2
if errorlevel 1 (
  echo HF5002: the build program did not compile; nothing was changed. 1>&2
  echo why:  the compiler's messages are above. 1>&2
  echo next: correct them; on a machine without a package feed, restore once where there is one. 1>&2
  exit /b 255
)
type nul > "%HOTFIX_STAMP%"

:run
setlocal DisableDelayedExpansion
set "HOTFIX_STAMP="
set "HOTFIX_ROOT="
"%DOTNET%" "%PROGRAM%" %*
exit /b %ERRORLEVEL%

:probe
set "ANSWER=unknown"
set "REASON="
for /f "tokens=1,*" %%a in ('powershell -NoProfile -ExecutionPolicy Bypass -File "%ROOT%build\choose-engine.ps1" -Temp "%TEMPDIR%" -Family "%FAMILY%" -Version "%WANTED%" -GitVersion "%GITVERSION_PINNED%" -Seconds %1') do (
  set "ANSWER=%%a"
  set "REASON=%%b"
)
exit /b 0
