# For build.cmd: restores the packages of NUKE, or of its fork, in a throw-away project of its own and prints one word, then what the restore said:
# served, missing (the feeds answered, and do not have it) or unknown.
param([string] $Temp, [string] $Family, [string] $Version, [string] $GitVersion, [int] $Seconds)
$ErrorActionPreference = 'Stop'
$folder = Join-Path $Temp ("engine-probe." + [System.IO.Path]::GetRandomFileName())
New-Item -ItemType Directory -Force -Path $folder | Out-Null
try {
  foreach ($file in 'Directory.Build.props', 'Directory.Build.targets', 'Directory.Packages.props') {
    Set-Content -LiteralPath (Join-Path $folder $file) -Value '<Project />'
  }
  Set-Content -LiteralPath (Join-Path $folder 'Probe.csproj') -Value @"
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework><NuGetAudit>false</NuGetAudit></PropertyGroup>
  <ItemGroup><PackageReference Include="$Family.Common" Version="[$Version]" /><PackageReference Include="$Family.Components" Version="[$Version]" /></ItemGroup>
  <ItemGroup><PackageDownload Include="GitVersion.Tool" Version="[$GitVersion]" /></ItemGroup>
</Project>
"@
  $log = Join-Path $folder 'restore.log'
  $start = @{
    FilePath = $(if ($env:DOTNET) { $env:DOTNET } else { 'dotnet' }); NoNewWindow = $true; PassThru = $true; RedirectStandardOutput = $log; RedirectStandardError = "$log.err"
    ArgumentList = @('restore', "`"$(Join-Path $folder 'Probe.csproj')`"", '--nologo', '-v', 'quiet', '-tl:off', '--disable-build-servers')
  }
  $process = Start-Process @start
  $null = $process.Handle # Without it, ExitCode stays empty.
  if (-not $process.WaitForExit($Seconds * 1000)) {
    Stop-Process -Id $process.Id -Force
    $process.WaitForExit()
    "unknown no answer within $Seconds seconds"
    return
  }
  if ($process.ExitCode -eq 0) { 'served'; return }
  $errors = @(Get-Content -LiteralPath $log, "$log.err" | Select-String -Pattern 'error ([A-Z]*[0-9]*).*')
  $codes = @($errors | ForEach-Object { $_.Matches[0].Groups[1].Value } | Sort-Object -Unique)
  $isMissing = $codes.Count -gt 0 -and -not ($codes | Where-Object { $_ -notin 'NU1101', 'NU1102' })
  $reason = if ($errors.Count -gt 0) { $errors[0].Matches[0].Value } else { 'no error was named' }
  "$(if ($isMissing) { 'missing' } else { 'unknown' }) $reason"
}
finally {
  Remove-Item -LiteralPath $folder -Recurse -Force -ErrorAction SilentlyContinue
}
