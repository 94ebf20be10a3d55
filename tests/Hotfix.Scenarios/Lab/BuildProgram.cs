using Hotfix.Testing;

namespace Hotfix.Scenarios.Lab;

/// <summary>
/// The real build program, which is built beside the scenarios. They start it hundreds of times, so that it is compiled ahead of time first, into a folder
/// of its own: the one beside the program may be running this very test.
/// </summary>
internal static class BuildProgram
{
    private const string Name = "_build.dll";
    private static readonly Lazy<string> Ready = new(Compile);

    public static string Path => Ready.Value;

    // Where the compiler is not restored already, the program runs as it was built.
    private static string Compile()
    {
        string built = RepositoryRoot.Combine("build", "bin", BuiltFor.Engine, "Debug");
        string ready = RepositoryRoot.Combine("tests", "Hotfix.Scenarios", "bin", BuiltFor.Engine, "Ready");
        if (!AheadOfTime.Copy(built, ready, Name))
            return System.IO.Path.Combine(built, Name);

        AheadOfTime.PutGitVersionBeside(ready);
        return System.IO.Path.Combine(ready, Name);
    }
}
