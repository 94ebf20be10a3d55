using Xunit;

namespace Hotfix.Testing.Contract;

/// <summary>A test that needs GitHub's description; skipped, and said so, where the file was not fetched.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ContractFactAttribute : FactAttribute
{
    public ContractFactAttribute()
    {
        if (GitHubDescription.Instance is null)
            Skip = $"Needs {GitHubDescription.Location}: run 'npm ci && npm run describe' in tests/contract.";
    }
}
