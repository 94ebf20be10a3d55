using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.Core.Text;

namespace Hotfix.Core.Tests.Requests;

public sealed class SlugOfDescription
{
    [Theory]
    [InlineData("null ref in checkout", "hotfix/null-ref-in-checkout")]
    [InlineData("  Null   REF\tin checkout!! ", "hotfix/null-ref-in-checkout")]
    [InlineData("PROJ-123: crash", "hotfix/PROJ-123-crash")]
    [InlineData("1.5.0 crashes", "hotfix/1-5-0-crashes")]
    [InlineData("don't divide by zero", "hotfix/dont-divide-by-zero")]
    [InlineData("-rf ../.. $(reboot); `id`", "hotfix/rf-reboot-id")]
    [InlineData("update packages.lock", "hotfix/update-packages-lock")]
    [InlineData("https://github.com/acme/shop/issues/17", "hotfix/issues-17")]
    [InlineData("fix (https://github.com/acme/shop/issues/17)", "hotfix/fix-issues-17")]
    [InlineData("https://status.example.com", "hotfix/status-example-com")]
    [InlineData("#17", "hotfix/17")]
    [InlineData("Größe überschritten", "hotfix/groesse-ueberschritten")]
    [InlineData("naïve façade", "hotfix/naive-facade")]
    [InlineData("\u0130stanbul", "hotfix/istanbul")]
    [InlineData("Tiếng Việt", "hotfix/tieng-viet")]
    [InlineData("修复结账", "hotfix/修复结账")]
    [InlineData("Ещё раз", "hotfix/ещё-раз")]
    [InlineData("हिन्दी पाठ", "hotfix/हिन्दी-पाठ")]
    [InlineData("checkout 🔥 burns", "hotfix/checkout-burns")]
    public void IsReadable(string description, string expected)
    {
        BranchName branch = Slug.ToBranch(description);

        Assert.Equal(expected, branch.Value);
    }

    // Composed and decomposed forms of the same words, as macOS and Linux keyboards give them.
    [Theory]
    [InlineData("\u00e4\u00f6\u00fc", "a\u0308o\u0308u\u0308", "aeoeue")]
    [InlineData("caf\u00e9", "cafe\u0301", "cafe")]
    [InlineData("\u01d6", "u\u0308\u0304", "ue")]
    [InlineData("\u1ed9", "o\u0323\u0302", "o")]
    [InlineData("\u0130", "I\u0307", "i")]
    [InlineData("\u0439\u0451", "\u0438\u0306\u0435\u0308", "\u0439\u0451")]
    [InlineData("\u304c\u30d7", "\u304b\u3099\u30d5\u309a", "\u304c\u30d7")]
    [InlineData("\ud55c\uad6d", "\u1112\u1161\u11ab\u1100\u116e\u11a8", "\ud55c\uad6d")]
    [InlineData("\u03ac\u1fb6", "\u03b1\u0301\u03b1\u0342", "\u03ac\u1fb6")]
    [InlineData("\u0622", "\u0627\u0653", "\u0622")]
    [InlineData("\u0929", "\u0928\u093c", "\u0929")]
    public void IsTheSameForComposedAndDecomposedLetters(string composed, string decomposed, string expected)
    {
        BranchName[] branches = [Slug.ToBranch(composed), Slug.ToBranch(decomposed), Slug.ToBranch(composed.ToUpperInvariant())];

        Assert.All(branches, branch => Assert.Equal("hotfix/" + expected, branch.Value));
    }

    [Fact]
    public void IsCutBetweenWords()
    {
        BranchName branch = Slug.ToBranch("the checkout page throws a null reference when the basket is empty");

        Assert.Equal("hotfix/the-checkout-page-throws-a-null-reference-when-the", branch.Value);
    }

    [Fact]
    public void IsCutInsideOneLongWord()
    {
        BranchName branch = Slug.ToBranch(new string('x', 300));

        Assert.Equal("hotfix/" + new string('x', 50), branch.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("...")]
    [InlineData("-- / ..")]
    [InlineData("🔥🔥")]
    [InlineData("\u0301")]
    [InlineData("\ud83d")]
    public void IsRefusedWhenNothingIsLeft(string description)
    {
        var error = Assert.Throws<HotfixException>(() => Slug.ToBranch(description));

        Assert.Equal("HF1003", error.Code);
        Assert.Contains("--description", error.Refusal.Next, StringComparison.Ordinal);
    }
}
