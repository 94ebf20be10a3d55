namespace Hotfix.LocalGitHub.GitBackend;

internal sealed record GitResult(int ExitCode, string Output, string Error);
