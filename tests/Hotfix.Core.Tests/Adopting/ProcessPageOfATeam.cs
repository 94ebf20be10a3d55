using Hotfix.Core.Adopting;
using Hotfix.Core.Policies;

namespace Hotfix.Core.Tests.Adopting;

public sealed class ProcessPageOfATeam
{
    internal static readonly AdoptionSettings Defaults = new()
    {
        MaxFiles = SizeBudget.Default.MaxFiles,
        MaxLines = SizeBudget.Default.MaxLines,
        RequiresTest = SizeBudget.Default.RequiresTest,
        ForbiddenPaths = SizeBudget.Default.ForbiddenPaths,
    };

    [Fact]
    public void StatesItsOwnSettings()
    {
        AdoptionSettings settings = Defaults with
        {
            MaxFiles = 5,
            RequiresTest = false,
            Reviewers = ["olga", "acme/oncall"],
            RequiredChecks = ["smoke"],
            MergeMethod = "squash",
            ProductionEnvironment = "live",
            HealthUrl = "https://shop.example.com/health",
        };

        string page = ProcessPage.Render(settings);

        Assert.Contains("| files | 5 at most |", page, StringComparison.Ordinal);
        Assert.Contains("| a test changes | not required |", page, StringComparison.Ordinal);
        Assert.Contains("| review | `olga`, `acme/oncall` |", page, StringComparison.Ordinal);
        Assert.Contains("repository's rules, and `smoke` |", page, StringComparison.Ordinal);
        Assert.Contains("| merge | squash |", page, StringComparison.Ordinal);
        Assert.Contains("deployment to `live`, <https://shop.example.com/health> |", page, StringComparison.Ordinal);
    }

    [Fact]
    public void IsTheSameEachTime() => Assert.Equal(ProcessPage.Render(Defaults), ProcessPage.Render(Defaults with { Labels = ["hotfix"] }));
}
