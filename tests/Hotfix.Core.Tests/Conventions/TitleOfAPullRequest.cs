using Hotfix.Core.Conventions;
using Hotfix.Core.Errors;

namespace Hotfix.Core.Tests.Conventions;

public sealed class TitleOfAPullRequest
{
    [Theory]
    [InlineData("Hotfix: {description}", "Null ref in checkout.", "Hotfix: Null ref in checkout.")]
    [InlineData("fix: {description}", "Null ref in checkout.", "fix: null ref in checkout")]
    [InlineData("fix(checkout): {description}", "SHOP-123 null ref", "fix(checkout): SHOP-123 null ref")]
    [InlineData("fix: {description}", "NullReferenceException in checkout", "fix: NullReferenceException in checkout")]
    [InlineData("[hotfix] {description} (urgent)", "Null ref", "[hotfix] Null ref (urgent)")]
    public void HasTheTeamsForm(string pattern, string words, string title) => Assert.Equal(title, TitlePattern.Parse(pattern).Fill(words));

    [Fact]
    public void HasAtMost120Characters() => Assert.Equal(118, TitlePattern.Conventional.Fill(new string('x', 500)).Length);

    [Theory]
    [InlineData("fix")]
    [InlineData("")]
    [InlineData("{description} {description}")]
    [InlineData("a\nb {description}")]
    public void CannotHaveAnyForm(string pattern) => Assert.Equal("HF1083", Assert.Throws<HotfixException>(() => TitlePattern.Parse(pattern)).Refusal.Code);

    [Theory]
    [InlineData("release-please-config.json")]
    [InlineData("commitlint.config.mjs")]
    [InlineData(".commitlintrc.yml")]
    [InlineData(".releaserc")]
    [InlineData("release.config.cjs")]
    [InlineData(".github/semantic.yml")]
    public void IsConventionalWhereAFileSaysSo(string file) => Assert.Equal(TitlePattern.Conventional, TitlePattern.Find(["README.md", file], [], []));

    [Theory]
    [InlineData("      - uses: amannn/action-semantic-pull-request@v6")]
    [InlineData("      - uses: wagoid/commitlint-github-action@v6")]
    [InlineData("        run: npx semantic-release")]
    public void IsConventionalWhereAWorkflowSaysSo(string line) =>
        Assert.Equal(TitlePattern.Conventional, TitlePattern.Find([], [], ["on: pull_request", line]));

    [Theory]
    [InlineData("      # no release-please here: releases are made by hand")]
    [InlineData("      - run: npm test # semantic-release runs elsewhere")]
    public void IsNotConventionalByAComment(string line) => Assert.Null(TitlePattern.Find([], [], [line]));

    [Theory]
    [InlineData("feat: sell|fix(basket): count|chore!: drop|docs: say|perf: less", true)]
    [InlineData("feat: sell|fix(basket): count|chore!: drop|docs: say|Release 1.4.2", true)]
    [InlineData("feat: sell|fix: count|Count|Say|Sell", false)]
    [InlineData("feat: sell|fix: count", false)]
    [InlineData("note: this|todo: that|shop: x|api: y|web: z", false)]
    public void FollowsTheHistory(string subjects, bool isConventional) =>
        Assert.Equal(isConventional ? TitlePattern.Conventional : null, TitlePattern.Find([], subjects.Split('|'), []));

    [Theory]
    [InlineData("Hotfix: null ref", "null ref")]
    [InlineData("fix(checkout)!: null ref", "null ref")]
    [InlineData("null ref", "null ref")]
    [InlineData("fix: ", "fix: ")]
    public void IsReadForItsWords(string title, string words) => Assert.Equal(words, TitlePattern.WordsOf(title));
}
