using Xunit;

namespace Hotfix.Testing.Contract;

/// <summary>A test that needs GitHub's descriptions; skipped, and said so, where the files were not fetched.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ContractFactAttribute : FactAttribute
{
    public ContractFactAttribute() => Skip = ContractFiles.Missing;
}
