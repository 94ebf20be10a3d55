namespace Hotfix.Testing.Contract;

/// <summary>Whether GitHub's own descriptions are here.</summary>
public static class ContractFiles
{
    /// <summary>Why a contract test is skipped; <c>null</c> when nothing is missing.</summary>
    public static string? Missing =>
        !File.Exists(GitHubDescription.Location) ? Explain(GitHubDescription.Location)
        : !File.Exists(GitHubSchema.Location) ? Explain(GitHubSchema.Location)
        : null;

    private static string Explain(string path) => $"Needs {path}: run './build.sh Contract', or 'npm ci && npm run describe' in tests/contract.";
}
