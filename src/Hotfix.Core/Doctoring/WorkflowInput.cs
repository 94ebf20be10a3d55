namespace Hotfix.Core.Doctoring;

/// <summary>An input of a workflow that is started by hand.</summary>
/// <param name="Name">As it is sent.</param>
/// <param name="MustBeSent">Whether a dispatch without it is refused: required, and without a default.</param>
internal sealed record WorkflowInput(string Name, bool MustBeSent);
