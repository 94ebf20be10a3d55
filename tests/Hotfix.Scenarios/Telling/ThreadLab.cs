using System.Text.Json.Nodes;
using Hotfix.Scenarios.Lab;
using Hotfix.Testing;

namespace Hotfix.Scenarios.Telling;

/// <summary>What scenarios of the thread look at.</summary>
internal static class ThreadLab
{
    /// <summary>The bodies of the comments with a thread's mark.</summary>
    public static async Task<string[]> ThreadsAsync(this HotfixLab lab, int number) =>
        [.. (await lab.CommentsAsync(number)).Where(body => body.Contains("<!-- hotfix:thread/", StringComparison.Ordinal))];

    /// <summary>The bodies of all comments.</summary>
    public static async Task<string[]> CommentsAsync(this HotfixLab lab, int number) =>
        [.. (await lab.ListAsync($"issues/{number}/comments")).Select(comment => comment!["body"]!.GetValue<string>())];

    /// <summary>The events that a JSON webhook was told, in the order of their arrival.</summary>
    public static string[] Events(this Receiver receiver) => [.. receiver.Bodies.Select(body => JsonNode.Parse(body)!["event"]!.GetValue<string>())];
}
