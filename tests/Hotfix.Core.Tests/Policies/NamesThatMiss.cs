using Hotfix.Core.Policies;

namespace Hotfix.Core.Tests.Policies;

public sealed class NamesThatMiss
{
    [Theory]
    [InlineData("Build", "build")]
    [InlineData("test (ubuntu, 20)", "test (ubuntu / 20)")]
    [InlineData("prodution", "production")]
    [InlineData("relaese.yml", "release.yml")]
    public void AreAnsweredWithTheNearOne(string missed, string meant) => Assert.Equal(meant, NearName.Of(missed, ["lint", meant, "something else"]));

    [Theory]
    [InlineData("ci", "cd")]
    [InlineData("build", "deploy")]
    [InlineData("build", "build")]
    public void AreNotAnsweredWithAnother(string missed, string other) => Assert.Null(NearName.Of(missed, [other]));
}
