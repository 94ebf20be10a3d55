using Hotfix.Core.Conventions;

namespace Hotfix.Core.Tests.Conventions;

public sealed class CheckOfATitle
{
    [Theory]
    [InlineData("fix: null ref", null)]
    [InlineData("fix(checkout)!: null ref", null)]
    [InlineData("Hotfix: null ref", "its type 'Hotfix' is none of")]
    [InlineData("Null ref", "it has no type in front")]
    public void OfTheUsualTypesObjectsToOthers(string title, string? objection) => ShouldSay(objection, Semantic().Objection(title));

    [Theory]
    [InlineData("types", "bugfix\nfeature", "fix: null ref", "its type 'fix' is none of bugfix, feature")]
    [InlineData("types", "bugfix\nfeature", "bugfix: null ref", null)]
    [InlineData("requireScope", "true", "fix: null ref", "it has no scope")]
    [InlineData("scopes", "core\nui.*", "fix(checkout): null ref", "its scope 'checkout' is none of core, ui.*")]
    [InlineData("scopes", "core\nui.*", "fix(ui-cart): null ref", null)]
    [InlineData("subjectPattern", "^[A-Z].*$", "fix: null ref", "its words do not match")]
    [InlineData("subjectPattern", "([", "fix: null ref", null)]
    public void GoesByWhatItIsTold(string input, string value, string title, string? objection) =>
        ShouldSay(objection, Semantic((input, value)).Objection(title));

    [Fact]
    public void ByAPatternObjectsToWhatDoesNotMatch()
    {
        TitleCheck check = TitleCheck.Of("Slashgear/action-check-pr-title@v4", new Dictionary<string, string> { ["regexp"] = "^SHOP-[0-9]+: " })!;

        Assert.Null(check.Objection("SHOP-17: null ref"));
        Assert.Equal("it does not match ^SHOP-[0-9]+: ", check.Objection("fix: null ref"));
    }

    [Fact]
    public void IsNoneOfAnotherAction() => Assert.Null(TitleCheck.Of("actions/checkout@v7", new Dictionary<string, string>()));

    private static TitleCheck Semantic(params (string Name, string Value)[] inputs) =>
        TitleCheck.Of("amannn/action-semantic-pull-request@v6", inputs.ToDictionary(input => input.Name, input => input.Value))!;

    private static void ShouldSay(string? objection, string? said)
    {
        if (objection is null)
            Assert.Null(said);
        else
            Assert.StartsWith(objection, said, StringComparison.Ordinal);
    }
}
