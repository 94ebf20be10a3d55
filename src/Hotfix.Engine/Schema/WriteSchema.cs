namespace Nuke.Common.Execution;

/// <summary>Keeps <c>.nuke/build.schema.json</c>, by which editors complete the parameters file, up to date, and makes that file where it is missing.</summary>
internal sealed class WriteSchema(NukeBuild build) : IOnBuildCreated
{
    private const string EmptyParameters = "{\n  \"$schema\": \"./build.schema.json\"\n}\n";

    public float Priority => 75;

    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets)
    {
        if (BuildSession.Current.LeavesRootAlone)
            return;

        string directory = BuildSession.Current.NukeDirectory;
        WriteIfChanged(Path.Combine(directory, "build.schema.json"), BuildSchema.Of(build.GetType(), executableTargets));
        string parameters = Path.Combine(directory, "parameters.json");
        if (!File.Exists(parameters))
            File.WriteAllText(parameters, EmptyParameters);
    }

    private static void WriteIfChanged(string file, byte[] content)
    {
        if (!File.Exists(file) || !File.ReadAllBytes(file).AsSpan().SequenceEqual(content))
            File.WriteAllBytes(file, content);
    }
}
