namespace Hotfix.Testing.Contract;

/// <summary>Something that GitHub's description does not allow.</summary>
/// <param name="Operation">Id of the operation, or the request itself when none is described.</param>
/// <param name="IsRequest">Whether a client sent it; else a server answered it.</param>
/// <param name="Text">Where, and what.</param>
public sealed record ContractFinding(string Operation, bool IsRequest, string Text)
{
    /// <summary>GitHub's schemas are open: a name that they do not have is valid, and still nothing that GitHub knows.</summary>
    public bool IsUndeclared => Text.EndsWith("not declared", StringComparison.Ordinal);

    public override string ToString() => $"{Operation}: {Text}";
}
