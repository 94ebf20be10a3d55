namespace Hotfix.Core.Doctoring;

/// <summary>A workflow that is started by a person or a program.</summary>
/// <param name="File"><c>release.yml</c>.</param>
/// <param name="Inputs">Names of the inputs that are sent.</param>
/// <param name="For">What is missing without it.</param>
internal sealed record ExpectedWorkflow(string File, IReadOnlyList<string> Inputs, string For)
{
    /// <summary>Whether a hotfix cannot end without it.</summary>
    public bool IsNeeded { get; init; }

    /// <summary>What says which inputs are sent, for a workflow of the team's; <c>null</c> for one of ours.</summary>
    public string? Parameter { get; init; }
}
