using Hotfix.Parity.Builds;
using Hotfix.Parity.Harness;

namespace Hotfix.Parity;

/// <summary>Which value each parameter has, and where it came from.</summary>
public sealed class ValuesOfParameters
{
    private const string Build = nameof(ParameterBuild);

    [Fact]
    public Task FromTheCommandLine() =>
        Cases.VerifyAsync([
            .. Cases.Of(
                Build,
                "",
                "--description x",
                "-description x",
                "--DESCRIPTION x",
                "--description x --description y",
                "--description=x",
                "--description:x",
                "--description a b",
                "--description",
                "--description -x",
                "--dryrun",
                "--dry-run true",
                "--dry-run false",
                "--dry-run yes",
                "--maybe",
                "--maybe false",
                "--retries 7",
                "--retries x",
                "--retries -1",
                "--poll-seconds 9",
                "--paint blue",
                "--paint green",
                "--taste SOUR",
                "--taste bitter",
                "--reviewers a b c",
                "--reviewers",
                "--reviewers a,b",
                "--reviewers a --reviewers b",
                "--labels a,b",
                "--labels a b",
                "--labels a,b c",
                "--numbers 1 2",
                "--numbers=1",
                "--renamed-one x",
                "--original x",
                "--forge-url x --forge-port 8",
                "--url x",
                "--api-key s3cr3tvalue",
                "--no-such-param 1",
                "Show -- --description z",
                "--description x Show"
            ),
            new(Build, "--description", "a b"),
            new(Build, "--description", ""),
            new(Build, "--reviewers", "a b", "c"),
            new(Build, "--output", "./out") { WorkingDirectory = "sub" },
        ]);

    [Fact]
    public Task FromTheEnvironment() =>
        Cases.VerifyAsync([
            With(("NUKE_DESCRIPTION", "x")),
            With(("DESCRIPTION", "x")),
            With(("Description", "x")),
            With(("NUKE_DESCRIPTION", "")),
            With(("NUKE_POLL_SECONDS", "7")),
            With(("POLL_SECONDS", "7")),
            With(("PollSeconds", "7"), ("NUKE_POLL_SECONDS", "8")),
            With(("POLL_SECONDS", "7"), ("NUKE_POLL_SECONDS", "8")),
            With(("NUKE_DRY_RUN", "true")),
            With(("NUKE_DRY_RUN", "")),
            With(("NUKE_DRY_RUN", "1")),
            With(("NUKE_LABELS", "a,b")),
            With(("NUKE_REVIEWERS", "a b")),
            With(("NUKE_FORGE_URL", "x")),
            With(("NUKE_RENAMED_ONE", "x")),
            With(("NUKE_TARGET", "Other+Show")),
            With(("NUKE_OUTPUT", "./out")) with
            {
                WorkingDirectory = "sub",
            },
        ]);

    [Fact]
    public Task FromParametersFiles() =>
        Cases.VerifyAsync([
            File(
                """{ "Description": "x", "Retries": 7, "DryRun": true, "Reviewers": ["a", "b"], "Numbers": [1, "2"], "Paint": "Blue", "ForgeUrl": "y", "renamed-one": "z" }"""
            ),
            File("""{ "Description": null, "Retries": "7", "DryRun": "true", "Output": "./out" }""") with
            {
                WorkingDirectory = "sub",
            },
            File("""{ "description": "x", "Unknown": 1 }"""),
            File("""{ "Reviewers": "a" }"""),
            File("""{ "Labels": "a,b" }"""),
            File("""{ "Target": ["Other"] }"""),
            File("""{ "ApiKey": "plain" }"""),
            File("""{ "Description": """),
        ]);

    [Fact]
    public Task FromTheFirstPlaceThatHasOne() =>
        Cases.VerifyAsync([
            Everywhere([], []),
            Everywhere(["--profile", "staging"], []),
            Everywhere(["--profile", "staging", "prod"], []),
            Everywhere(["--profile", "prod", "staging"], []),
            Everywhere([], [("NUKE_PROFILE", "staging")]),
            Everywhere(["--profile", "staging"], [("NUKE_DESCRIPTION", "environment")]),
            Everywhere(["--profile", "staging", "--description", "line"], [("NUKE_DESCRIPTION", "environment")]),
            Everywhere(["--reviewers"], []),
            Everywhere(["--profile", "nosuch"], []),
        ]);

    [Fact]
    public Task ThatAreRequired() =>
        Cases.VerifyAsync([
            .. Cases.Of(
                nameof(RequirementBuild),
                "",
                "NeedsRetries",
                "NeedsRetries --retries 6",
                "NeedsTitle",
                "NeedsTitle --title x",
                "NeedsBoth",
                "SkipsNeed",
                "SkipsNeed --off",
                "NeedsBoth --skip NeedsTitle"
            ),
            new(nameof(RequirementBuild), "NeedsTitle", "--title", "  "),
            .. Cases.Of(nameof(RequiredBuild), "", "--name x"),
        ]);

    private static ParityCase With(params (string Name, string Value)[] variables) =>
        new(Build) { Variables = variables.ToDictionary(pair => pair.Name, pair => pair.Value) };

    private static ParityCase File(string json) => new(Build) { Files = new Dictionary<string, string> { ["parameters.json"] = json } };

    private static ParityCase Everywhere(string[] arguments, (string Name, string Value)[] variables) =>
        new(Build, arguments)
        {
            Variables = variables.ToDictionary(pair => pair.Name, pair => pair.Value),
            Files = new Dictionary<string, string>
            {
                ["parameters.json"] = """{ "Description": "file", "Reviewers": ["file"], "Retries": 1 }""",
                ["parameters.staging.json"] = """{ "Description": "staging", "Reviewers": ["staging"] }""",
                ["parameters.prod.json"] = """{ "Description": "prod" }""",
            },
        };
}
