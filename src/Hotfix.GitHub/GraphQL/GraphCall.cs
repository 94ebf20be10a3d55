using System.Text.Json.Nodes;

namespace Hotfix.GitHub.GraphQL;

/// <summary>One GraphQL request, said for people and for machines.</summary>
/// <param name="Doing">Completes "GitHub refused to …".</param>
/// <param name="Document">One of <see cref="GraphDocuments"/>.</param>
/// <param name="Variables">By the names that the document declares.</param>
/// <param name="IsWrite">Whether it changes something, so that a lost answer leaves a doubt.</param>
internal sealed record GraphCall(string Doing, string Document, JsonObject Variables, bool IsWrite = false)
{
    public Call AsCall() => new(Doing, "graphql", IsWrite);
}
