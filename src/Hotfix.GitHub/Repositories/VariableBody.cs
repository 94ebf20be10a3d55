namespace Hotfix.GitHub.Repositories;

/// <summary>Body that makes or changes a variable.</summary>
internal sealed record VariableBody(string Name, string Value);
