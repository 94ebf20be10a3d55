namespace Hotfix.Core.Snapshots;

/// <summary>What a workflow of the team's takes when it is started, as its file on the default branch says.</summary>
/// <param name="File"><c>deploy.yml</c>.</param>
/// <param name="Inputs">By name: whether a dispatch without it is refused; <c>null</c> when it cannot be started by hand, or is not there.</param>
internal sealed record DispatchInputs(string File, IReadOnlyDictionary<string, bool>? Inputs)
{
    /// <summary>The workflow files of that branch, where this one is not among them; <c>null</c> when it is there.</summary>
    public IReadOnlyList<string>? Instead { get; init; }
}
