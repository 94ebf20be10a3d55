namespace Hotfix.GitHub.Tests.Scripted;

/// <summary>A request as it came over the wire; header names in lower case.</summary>
internal sealed record ScriptedRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name.ToLowerInvariant());

    public override string ToString() => $"{Method} {Target}";
}
