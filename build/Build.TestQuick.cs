using System.Collections;
using Hotfix.Components.Testing;

internal sealed partial class Build
{
    /// <summary>For the inner loop: what can be tested without starting a process or a server. <c>Test</c> stays all.</summary>
    public Target TestQuick =>
        _ =>
            _.Description("Runs the tests that start no process: rules, the engine, and the adapters in process")
                .After(Adoption)
                .Executes(() =>
                {
                    Dictionary<string, string?> environment = Environment
                        .GetEnvironmentVariables()
                        .Cast<DictionaryEntry>()
                        .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value);
                    ChildEnvironment.Clean(environment);

                    // The compiler may stay, as it does after 'dotnet build': whoever runs this runs it again soon.
                    ProcessTasks
                        .StartProcess(
                            "dotnet",
                            "test Quick.slnf --nologo --verbosity quiet --filter Starts!=processes&FullyQualifiedName!~.Local.",
                            RootDirectory / "tests",
                            environment.ToDictionary(pair => pair.Key, pair => pair.Value ?? "")
                        )
                        .AssertZeroExitCode();
                });
}
