using CsCheck;
using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.Core.Text;

namespace Hotfix.Core.Tests.Requests;

public sealed class SlugOfAnyDescription
{
    [Fact]
    public void IsBranchNameOfAtMost60CharactersWithoutDots() =>
        Check(
            (_, branch) =>
                BranchName.TryParse(branch.Value, out BranchName? _)
                && branch.Value.StartsWith("hotfix/", StringComparison.Ordinal)
                && branch.Value.Length <= Slug.MaxLength
                && !branch.Value.Contains('.', StringComparison.Ordinal)
                && !branch.Value.EndsWith('-')
                && !branch.Value.Contains("--", StringComparison.Ordinal)
        );

    [Fact]
    public void StaysWithin60CharactersWhenNumbered() => Check((_, branch) => Slug.Numbered(branch, 99).Value.Length <= Slug.MaxLength);

    [Fact]
    public void IsStable() => Check((description, branch) => Slug.ToBranch(description) == branch);

    [Fact]
    public void KeepsItsOwnWords() => Check((_, branch) => Slug.ToBranch(Slug.ToWords(branch)) == branch);

    [Fact]
    public void HoldsNoHalfCharacterAndNothingToQuoteInShell() =>
        Check(
            (_, branch) =>
                !branch.Value.EnumerateRunes().Any(rune => rune.Value == 0xFFFD)
                && branch.Value.All(c => c is '/' or '-' || !char.IsAscii(c) || char.IsAsciiLetterOrDigit(c))
        );

    private static void Check(Func<string, BranchName, bool> holds) =>
        Descriptions.Any.Sample(
            description =>
            {
                try
                {
                    return holds(description, Slug.ToBranch(description));
                }
                catch (HotfixException e)
                {
                    return e.Code == "HF1003" && !e.Message.Any(c => char.IsControl(c) && c != '\n');
                }
            },
            iter: 2_000
        );
}
