@echo off
rem Builds build\_build.csproj when something that it is made of is newer than the last build, and runs it.
setlocal
set "ROOT=%~dp0"
if "%HOTFIX_ENGINE%"=="" (set "ENGINE=embedded") else (set "ENGINE=%HOTFIX_ENGINE%")
set "PROGRAM=%ROOT%build\bin\%ENGINE%\Debug\_build.dll"
set "HOTFIX_STAMP=%ROOT%.nuke\temp\build-%ENGINE%.stamp"
set "HOTFIX_ROOT=%ROOT%"
rem NUKE reads HOST as a parameter and crashes on it; telemetry would edit the project file.
set "HOST="
set "NUKE_TELEMETRY_OPTOUT=1"
set "DOTNET_NOLOGO=1"
set "DOTNET_CLI_TELEMETRY_OPTOUT=1"

where dotnet >nul 2>&1
if errorlevel 1 (
  echo HF5001: the .NET SDK was not found; nothing was changed. 1>&2
  echo why:  dotnet is not on PATH. 1>&2
  echo next: install a .NET 10 SDK from https://dot.net/download 1>&2
  exit /b 255
)

if not exist "%PROGRAM%" goto build
powershell -NoProfile -Command "$s = Get-Item -LiteralPath $env:HOTFIX_STAMP -ErrorAction SilentlyContinue; if (-not $s) { exit 1 }; $newer = Get-ChildItem -LiteralPath ($env:HOTFIX_ROOT + 'build'), ($env:HOTFIX_ROOT + 'src') -Recurse | Where-Object { $_.FullName -notmatch '\\(bin|obj)(\\|$)' -and $_.LastWriteTimeUtc -gt $s.LastWriteTimeUtc } | Select-Object -First 1; if ($newer) { exit 1 }"
if not errorlevel 1 goto run

:build
if not exist "%ROOT%.nuke\temp" mkdir "%ROOT%.nuke\temp"
dotnet build "%ROOT%build\_build.csproj" --nologo -v quiet -p:HotfixEngine=%ENGINE% --disable-build-servers 1>&2
if errorlevel 1 (
  echo HF5002: the build program did not compile; nothing was changed. 1>&2
  echo why:  the compiler's messages are above. 1>&2
  echo next: correct them; on a machine without a package feed, restore once where there is one. 1>&2
  exit /b 255
)
type nul > "%HOTFIX_STAMP%"

:run
dotnet "%PROGRAM%" %*
exit /b %ERRORLEVEL%
