using Xunit;

namespace Hotfix.Testing.Contract;

/// <summary>As <see cref="ContractFactAttribute"/>, for a test with several cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ContractTheoryAttribute : TheoryAttribute
{
    public ContractTheoryAttribute() => Skip = ContractFiles.Missing;
}
