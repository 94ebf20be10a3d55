using CsCheck;
using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.Core.Tests.Requests;
using Hotfix.Core.Text;
using Hotfix.Testing;

namespace Hotfix.Core.Tests.Refs;

/// <summary>The rules as a pure function against git itself.</summary>
[Trait("Starts", "processes")]
public sealed class RefNamesInRealGit : IDisposable
{
    private readonly TempRepository _repository = new();

    [Theory]
    [InlineData("main")]
    [InlineData("hotfix/null-ref")]
    [InlineData("a.b")]
    [InlineData("a./b")]
    [InlineData("x@y")]
    [InlineData("修复")]
    [InlineData("head")]
    [InlineData("a/HEAD")]
    [InlineData("a/-b")]
    [InlineData("a/@")]
    [InlineData("refs/heads/x")]
    [InlineData("")]
    [InlineData("HEAD")]
    [InlineData("-")]
    [InlineData("-a")]
    [InlineData("--all")]
    [InlineData(".a")]
    [InlineData("a/.b")]
    [InlineData("a.")]
    [InlineData("a..b")]
    [InlineData("a.lock")]
    [InlineData("a.lock/b")]
    [InlineData("a.LOCK")]
    [InlineData("/a")]
    [InlineData("a/")]
    [InlineData("a//b")]
    [InlineData("a b")]
    [InlineData("a~1")]
    [InlineData("a^")]
    [InlineData("a:b")]
    [InlineData("a?")]
    [InlineData("a*")]
    [InlineData("a[b")]
    [InlineData("a]b")]
    [InlineData("a\\b")]
    [InlineData("a@{1}")]
    [InlineData("@{-1}")]
    [InlineData("a\u007f")]
    [InlineData("a\tb")]
    [InlineData("a\u0085b")]
    [InlineData("a\u00a0b")]
    public void AreJudgedAsGitDoes(string name)
    {
        bool isAccepted = IsAcceptedByGit(name);

        Assert.Equal(isAccepted, BranchName.TryParse(name, out _));
    }

    // git would take it as a branch, and read it as HEAD everywhere else.
    [Fact]
    public void AreStricterAboutTheAtSignAlone() => Assert.False(BranchName.TryParse("@", out _));

    [Fact]
    public void AreJudgedAsGitDoesForGeneratedNames() =>
        Gen.String[Gen.Char["ab./@{-~^:*\\ HEADlock"], 1, 10]
            .Sample(name => name == "@" || IsAcceptedByGit(name) == BranchName.TryParse(name, out _), iter: 60, threads: 1);

    [Fact]
    public void AcceptEverySlug() =>
        Descriptions.Any.Sample(
            description =>
            {
                try
                {
                    return IsAcceptedByGit(Slug.ToBranch(description).Value);
                }
                catch (HotfixException e) when (e.Code == "HF1003")
                {
                    return true;
                }
            },
            iter: 60,
            threads: 1
        );

    public void Dispose() => _repository.Dispose();

    private bool IsAcceptedByGit(string name)
    {
        try
        {
            return _repository.Git(["check-ref-format", "--branch", name]) == name;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
