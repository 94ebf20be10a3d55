using Hotfix.Parity.Builds;
using Hotfix.Parity.Harness;

namespace Hotfix.Parity;

/// <summary>Which targets run, in which order, with which status, and why one is skipped.</summary>
public sealed class TargetsOfARun
{
    [Fact]
    public Task ComeInTheOrderOfTheirEdges() =>
        Cases.VerifyAsync([
            .. Cases.Of(
                nameof(OrderBuild),
                "",
                "A B",
                "B A",
                "A A",
                "B C",
                "E",
                "E A",
                "F",
                "Umbrella",
                "Polish",
                "Hidden",
                "create-nothing",
                "a+b",
                "--target A B",
                "c --strict"
            ),
            .. Cases.Of(nameof(ManyDefaultsBuild), "", "Publish", "--strict"),
            .. Cases.Of(nameof(NoDefaultBuild), "", "Test"),
            .. Cases.Of(nameof(CircleBuild), "Fine"),
            .. Cases.Of(nameof(SelfBuild), "Fine"),
        ]);

    [Fact]
    public Task AreSkippedWithWhatOnlyTheyNeed() =>
        Cases.VerifyAsync([
            .. Cases.Of(
                nameof(OrderBuild),
                "Gate",
                "Gate --dry",
                "Keeps",
                "Late",
                "NeedsGate",
                "Gate B",
                "C --skip",
                "Umbrella --skip",
                "Umbrella --skip C",
                "Umbrella --skip e+c",
                "C --skip C",
                "C --skip Nope"
            ),
            new(nameof(OrderBuild), "Umbrella") { Variables = new Dictionary<string, string> { ["NUKE_SKIP"] = "C+E" } },
        ]);

    [Fact]
    public Task EndAsTheyEnd() =>
        Cases.VerifyAsync(
            Cases.Of(
                nameof(OutcomeBuild),
                "",
                "Boom",
                "AfterBoom",
                "AfterProceeds",
                "Code",
                "Code Boom",
                "Stops",
                "Last",
                "Nope",
                "--help",
                "Boom --help",
                "--target"
            )
        );

    [Fact]
    public Task AreToldWhatHappensInThisOrder() => Cases.VerifyAsync(Cases.Of(nameof(MomentBuild), "", "Greet --skip", "Throws", "Wave", "--help", "Nope"));
}
