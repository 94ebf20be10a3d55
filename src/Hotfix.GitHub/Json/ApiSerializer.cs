using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Octokit.Internal;

namespace Hotfix.GitHub.Json;

/// <summary>Lets raw calls share Octokit's connection: our own types go through <see cref="ApiJson"/>, Octokit's through Octokit's serializer.</summary>
internal sealed class ApiSerializer : IJsonSerializer
{
    private readonly SimpleJsonSerializer _octokit = new();

    public string Serialize(object item) =>
        ApiJson.Default.GetTypeInfo(item.GetType()) is { } known ? JsonSerializer.Serialize(item, known) : _octokit.Serialize(item);

    public T Deserialize<T>(string json) =>
        ApiJson.Default.GetTypeInfo(typeof(T)) is JsonTypeInfo<T> known ? JsonSerializer.Deserialize(json, known)! : _octokit.Deserialize<T>(json);
}
