using System.ComponentModel;
using Hotfix.Components.Running;

namespace Hotfix.Components;

/// <summary>Target <c>Drill</c>.</summary>
public interface IDrill : IHazHotfix
{
    /// <summary>Rehearse this repository.</summary>
    [Category("Rehearsals, adoption and packages")]
    [Parameter("Rehearse a throw-away clone of this repository instead of the sample one")]
    bool Here => TryGetValue<bool?>(() => Here) ?? false;

    /// <summary>Keep the folder.</summary>
    [Category("Rehearsals, adoption and packages")]
    [Parameter("Keep the rehearsal's folder")]
    bool Keep => TryGetValue<bool?>(() => Keep) ?? false;

    /// <summary>What shall go wrong.</summary>
    [Category("Rehearsals, adoption and packages")]
    [Parameter("What shall go wrong in the rehearsal; --list names them")]
    string? Scenario => TryGetValue(() => Scenario);

    /// <summary>Another server.</summary>
    [Category("Rehearsals, adoption and packages")]
    [Parameter(
        "Walk the standard lane in an empty repository of your own, OWNER/NAME, at GitHub too, and list where it answers otherwise than the local server; with GITHUB_TOKEN"
    )]
    string? Against => TryGetValue(() => Against);

    /// <summary>Consent.</summary>
    [Category("Rehearsals, adoption and packages")]
    [Parameter("That repository's name once more, where nobody can be asked to type it")]
    string? Confirm => TryGetValue(() => Confirm);

    /// <summary>Only name the scenarios.</summary>
    [Category("Rehearsals, adoption and packages")]
    [Parameter("Name the scenarios and rehearse nothing")]
    bool List => TryGetValue<bool?>(() => List) ?? false;

    /// <summary>The program that rehearses; built when it is not.</summary>
    AbsolutePath DrillProject => RootDirectory / "src" / "Rehearsal" / "Hotfix.Drill" / "Hotfix.Drill.csproj";

    /// <summary>A whole hotfix, rehearsed against a local GitHub with these same targets: no account, no token, no network.</summary>
    Target Drill =>
        _ =>
            _.Description("Rehearses a whole hotfix against a local GitHub; needs no account, token or network")
                .InOrder(this, nameof(Drill))
                .Executes(() =>
                    new DrillProgram(DrillProject)
                    {
                        Variables = Against is null ? [] : ["GITHUB_TOKEN", "GH_TOKEN", "GITHUB_API_URL", "GITHUB_GRAPHQL_URL", "GITHUB_SERVER_URL"],
                    }.RunAsync(
                        List
                            ? ["drill", "--list"]
                            :
                            [
                                "drill",
                                "--build",
                                BuildAssemblyFile,
                                .. Scenario is null ? [] : (string[])["--scenario", Scenario],
                                .. Lane is null ? [] : (string[])["--lane", Lane],
                                .. Against is null ? [] : (string[])["--against", Against],
                                .. Confirm is null ? [] : (string[])["--confirm", Confirm],
                                .. Here ? (string[])["--here", RootDirectory] : [],
                                .. Keep ? (string[])["--keep"] : [],
                            ],
                        CancellationToken.None
                    )
                );
}
