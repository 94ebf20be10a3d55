using System.Text.Json;
using Hotfix.Components.Guards;

namespace Hotfix.Components;

/// <summary>What a build says of itself by NUKE's own components, <c>IHazSolution</c> and its kin. What it does not say is decided as without them.</summary>
internal static class OwnWords
{
    /// <summary>What NUKE's own parameter says: typed, in a variable, or in a parameters file; <c>null</c> where it says nothing.</summary>
    public static string? NamedSolution(IEngineBuild build)
    {
        string name = ParameterCatalog.Solution.Name;
        if (InputGuards.OfProcess().Last(name) is { Values: [.., var typed] })
            return typed;

        Dictionary<string, string> variables = InputGuards.ReadVariables();
        if (VariableGuard.Spellings(ParameterCatalog.Solution, variables, variables.Keys.ToLookup(Spelling.Bare)) is [var variable, ..])
            return variables[variable];

        foreach (string file in ParametersFile.Of(build))
        {
            using JsonDocument document = ParametersFile.Read(file);
            if (
                document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty(name, out JsonElement said)
                && said.ValueKind == JsonValueKind.String
            )
            {
                return said.GetString();
            }
        }

        return null;
    }

    /// <summary>The solution as it lies in one of the build's work trees; <c>null</c> where it does not.</summary>
    public static string? Solution(IEngineBuild build, string directory) =>
        (build as IHazSolution)?.Solution?.Path is { } solution
        && Path.GetFullPath(Path.GetRelativePath(build.RootDirectory, solution), directory) is var there
        && File.Exists(there)
            ? there
            : null;

    /// <summary>The configuration that its projects are built in.</summary>
    public static string? Configuration(IEngineBuild build) => (build as IHazConfiguration)?.Configuration?.ToString();

    /// <summary>Where what a build makes for others goes; <paramref name="otherwise"/>, relative to the root, where it does not say.</summary>
    public static AbsolutePath Artifacts(IEngineBuild build, string otherwise) =>
        (build as IHazArtifacts)?.ArtifactsDirectory ?? build.RootDirectory / otherwise;
}
