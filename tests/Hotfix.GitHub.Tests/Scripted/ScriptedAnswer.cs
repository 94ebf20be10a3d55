namespace Hotfix.GitHub.Tests.Scripted;

/// <summary>What the scripted server says, or does, to one request.</summary>
internal sealed record ScriptedAnswer(int Status, string Body = "", string ContentType = "application/json; charset=utf-8")
{
    public (string Name, string Value)[] Headers { get; init; } = [];

    /// <summary>Declares more than it sends, then closes.</summary>
    public bool IsTruncated { get; init; }

    /// <summary>Closes without a word, once the request was read whole.</summary>
    public bool IsReset { get; init; }

    /// <summary>Says nothing until the server stops.</summary>
    public bool IsSilent { get; init; }

    public static ScriptedAnswer Json(string body) => new(200, body);

    public ScriptedAnswer With(string name, string value) => this with { Headers = [.. Headers, (name, value)] };
}
