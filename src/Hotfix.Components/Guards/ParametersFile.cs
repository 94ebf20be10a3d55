using System.Text.Json;

namespace Hotfix.Components.Guards;

/// <summary>A parameters file as people write it by hand: comments and trailing commas included.</summary>
internal static class ParametersFile
{
    private static readonly JsonDocumentOptions ByHand = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Those of a build, as its engine reads them: the profiles' first.</summary>
    public static IEnumerable<string> Of(IEngineBuild build) =>
        (EngineBuild.LoadedLocalProfiles ?? [])
            .Select(profile => $"parameters.{profile}.json")
            .Append("parameters.json")
            .Select(name => Path.Combine(EngineKind.FolderOf(build.RootDirectory), name))
            .Where(File.Exists);

    /// <exception cref="JsonException">It is not JSON.</exception>
    public static JsonDocument Read(string file) => JsonDocument.Parse(File.ReadAllText(file), ByHand);
}
