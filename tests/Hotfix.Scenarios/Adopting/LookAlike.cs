using Hotfix.Testing;

namespace Hotfix.Scenarios.Adopting;

/// <summary>A small repository that has what makes others hard to adopt in, and nothing else of them.</summary>
/// <param name="Name">What it is like.</param>
/// <param name="Branch">Its default branch.</param>
/// <param name="Tags">Its release tags.</param>
/// <param name="Files">Path and text.</param>
public sealed record LookAlike(string Name, string Branch, string[] Tags, (string Path, string Text)[] Files)
{
    private const string TestedByMake = "--test-command";

    /// <summary>What its team says when it is adopted, since nothing else tells.</summary>
    public string[] Said { get; init; } = [];

    /// <summary>Whether it has a NUKE build, which gets the component.</summary>
    public bool HasNuke { get; init; }

    /// <summary>Its project and its class get lines, which nobody is asked about here.</summary>
    public string[] Consent => HasNuke ? ["--force"] : [];

    private const string Project = "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net8.0</TargetFramework></PropertyGroup></Project>\n";

    public static IReadOnlyList<LookAlike> All { get; } =
    [
        new(
            "node-with-release-please",
            "prime",
            ["v2.3.0"],
            [
                ("package.json", "{ \"scripts\": { \"test\": \"node --test\" } }\n"),
                (
                    ".github/workflows/release.yml",
                    "name: release\non:\n  push:\n    branches: [prime]\njobs:\n  release:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: googleapis/release-please-action@v4\n"
                ),
                ("release-please-config.json", "{}\n"),
            ]
        ),
        new(
            "python-with-a-script-of-its-own",
            "develop",
            ["1.4.2"],
            [
                ("pyproject.toml", "[project]\nname = \"shop\"\n"),
                ("build.sh", "#!/bin/sh\nmake all\n"),
                (".gitignore", "build/\n"),
                (".GitVersion.yml", "workflow: GitHubFlow/v1\n"),
                ("docs/pull_request_template.md", "Theirs\n"),
            ]
        ),
        new(
            "net-with-a-pin-and-shared-settings",
            "main",
            ["v1.0.0"],
            [
                ("global.json", "{ \"sdk\": { \"version\": \"8.0.100\", \"rollForward\": \"disable\" } }\n"),
                ("Build/targets.txt", "theirs\n"),
                (
                    "Directory.Packages.props",
                    "<Project><PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup></Project>\n"
                ),
                (
                    "Directory.Build.props",
                    "<Project><PropertyGroup><TreatWarningsAsErrors>true</TreatWarningsAsErrors><OutputPath>../out</OutputPath></PropertyGroup></Project>\n"
                ),
                (
                    "NuGet.config",
                    "<configuration><packageSourceMapping><packageSource key=\"nuget.org\"><package pattern=\"Acme.*\" /></packageSource></packageSourceMapping></configuration>\n"
                ),
                ("src/Shop/Shop.csproj", Project),
            ]
        )
        {
            Said = [TestedByMake, "make test"],
        },
        new("cake", "master", ["v3.1.4"], [("build.cake", "Task(\"Default\");\n"), ("src/Shop/Shop.csproj", Project)]) { Said = [TestedByMake, "make test"] },
        new("fallout", "main", ["v5.0.0"], BuildWith("Fallout", "10.4.0")) { Said = [TestedByMake, "make test"] },
        new("nuke", "main", ["v5.0.0"], BuildWith("Nuke", "10.1.0")) { Said = [TestedByMake, "make test"], HasNuke = true },
        new(
            "several-products",
            "main",
            ["api/v1.4.2", "web/v2.0.0"],
            [
                ("package.json", "{ \"scripts\": { \"test\": \"node --test\" } }\n"),
                (
                    ".github/workflows/publish-release.yaml",
                    "name: publish\non:\n  workflow_dispatch:\n    inputs:\n      sha: { required: true }\n      channel: { required: true }\njobs:\n  go:\n    environment: live\n    runs-on: ubuntu-latest\n    steps: []\n"
                ),
            ]
        )
        {
            Said = ["--product", "api", "--release-inputs", "sha={sha},channel=stable"],
        },
        new(
            "net-library",
            "develop",
            ["v4.0.1"],
            [
                (
                    ".github/workflows/publish.yml",
                    "name: publish\non:\n  push:\n    tags: ['v*']\njobs:\n  go:\n    runs-on: ubuntu-latest\n    steps:\n      - run: dotnet nuget push out/*.nupkg\n"
                ),
                ("src/Shop/Shop.csproj", Project),
            ]
        )
        {
            Said = [TestedByMake, "make test"],
        },
        new(
            "web-with-a-deploy-workflow",
            "master",
            ["v0.9.0"],
            [
                (
                    ".github/workflows/deploy.yml",
                    "name: deploy\non:\n  workflow_dispatch:\n    inputs:\n      version: { required: true }\njobs:\n  go:\n    environment: live\n    runs-on: ubuntu-latest\n    steps: []\n"
                ),
                ("package.json", "{ \"scripts\": { \"test\": \"node --test\" } }\n"),
            ]
        ),
        new("nothing-yet", "trunk", [], []) { Said = [TestedByMake, "make test", "--tag-pattern", "v{version}"] },
    ];

    private static (string Path, string Text)[] BuildWith(string family, string version)
    {
        string reference = $"<PackageReference Include=\"{family}.Common\" Version=\"{version}\" />";
        string main = "    public static int Main() => Execute<Build>(x => x.Compile);\n\n    Target Compile => _ => _;\n";
        return
        [
            ("build/_build.csproj", $"<Project Sdk=\"Microsoft.NET.Sdk\">\n  <ItemGroup>\n    {reference}\n  </ItemGroup>\n</Project>\n"),
            ("build/Build.cs", $"class Build : {family}Build\n{{\n{main}}}\n"),
        ];
    }

    /// <summary>Makes it in an empty folder, with one commit.</summary>
    public TempRepository MakeAt(string path)
    {
        Directory.CreateDirectory(path);
        TempRepository repository = TempRepository.At(path);
        repository.Git(["init", "--quiet", $"--initial-branch={Branch}"]);
        foreach ((string file, string text) in Files.Append(("README.md", "# Shop\n")))
            repository.Write(file, text);

        repository.Commit("feat: sell things", TempRepository.Day(1));
        foreach (string tag in Tags)
            repository.Git(["tag", tag]);

        return repository;
    }
}
