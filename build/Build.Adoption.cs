using System.Collections;
using Hotfix.Components;
using Hotfix.Components.Testing;

internal sealed partial class Build
{
    /// <summary>Adopts the hotfix path in a new repository, from the packages, and rehearses there; takes minutes.</summary>
    public Target Adoption =>
        _ =>
            _.Description("Adopts the hotfix path in a new repository, from the packages, with the commands of docs/adopting.md, and drills there")
                .TryAfter<IPack>(x => x.Pack)
                .TryAfter<IInit>(x => x.Init)
                .After(Contract)
                .Executes(() =>
                {
                    Dictionary<string, string?> environment = Environment
                        .GetEnvironmentVariables()
                        .Cast<DictionaryEntry>()
                        .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value);
                    ChildEnvironment.Clean(environment);
                    environment["HOTFIX_ADOPTION"] = "1";
                    ProcessTasks
                        .StartProcess(
                            "dotnet",
                            "test --nologo --disable-build-servers --verbosity quiet --filter FullyQualifiedName~AdoptionFromTheReadme|FullyQualifiedName~RehearseAHotfixWithWhatInitWrote",
                            RootDirectory / "tests" / "Hotfix.Scenarios",
                            environment.ToDictionary(pair => pair.Key, pair => pair.Value ?? "")
                        )
                        .AssertZeroExitCode();
                });
}
