using System.Diagnostics;
using Hotfix.Core.Policies;

namespace Hotfix.Core.Tests.Policies;

public sealed class PathPatterns
{
    [Theory]
    [InlineData("*.lock", "yarn.lock", true)]
    [InlineData("*.lock", "web/yarn.lock", true)]
    [InlineData("*.lock", "yarn.lock/readme", false)]
    [InlineData("**/migrations/**", "migrations/1.sql", true)]
    [InlineData("**/migrations/**", "src/Data/Migrations/1.sql", true)]
    [InlineData("**/migrations/**", "src/mymigrations/1.sql", false)]
    [InlineData(".github/workflows/**", ".github/workflows/ci.yml", true)]
    [InlineData(".github/workflows/**", "docs/.github/workflows/ci.yml", false)]
    [InlineData("/src/*.cs", "src/A.cs", true)]
    [InlineData("src/*.cs", "src/sub/A.cs", false)]
    [InlineData("src/**/*.cs", "src/A.cs", true)]
    [InlineData("src/**/*.cs", "src/a/b/A.cs", true)]
    [InlineData("a?c", "abc", true)]
    [InlineData("a?c", "a/c", false)]
    [InlineData("a+(b).txt", "a+(b).txt", true)]
    [InlineData("a.txt", "axtxt", false)]
    [InlineData("db/", "src/db/1.sql", true)]
    [InlineData("db/", "db", false)]
    [InlineData("src/db/", "src/db/a/1.sql", true)]
    [InlineData("src/db/", "x/src/db/1.sql", false)]
    [InlineData("*", "line\nbreak", true)]
    [InlineData("a", "a\n", false)]
    public void MatchAsTheyRead(string pattern, string path, bool isMatch) => Assert.Equal(isMatch, new PathPattern(pattern).Matches(path));

    [Fact]
    public void AnswerInTimeForAnyPattern()
    {
        var pattern = new PathPattern(string.Concat(Enumerable.Repeat("**/a*", 30)) + "x");
        long start = Stopwatch.GetTimestamp();

        bool isMatch = pattern.Matches(string.Concat(Enumerable.Repeat("a/", 1_000)));

        Assert.False(isMatch);
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData("tests/Shop.Tests/CheckoutTests.cs", true)]
    [InlineData("src/CheckoutTest.cs", true)]
    [InlineData("src/Latest.cs", false)]
    [InlineData("src/Contest.java", false)]
    [InlineData("Shop.Tests/Fixture.json", true)]
    [InlineData("pkg/cart_test.go", true)]
    [InlineData("web/cart.test.ts", true)]
    [InlineData("src/Testing.cs", false)]
    [InlineData("src/Checkout.cs", false)]
    public void TellTests(string path, bool isTest) => Assert.Equal(isTest, PathKinds.IsTest(path));

    [Theory]
    [InlineData("src/packages.lock.json", true)]
    [InlineData("web/yarn.lock", true)]
    [InlineData("go.sum", true)]
    [InlineData("src/Lock.cs", false)]
    public void TellLockFiles(string path, bool isLockFile) => Assert.Equal(isLockFile, PathKinds.IsLockFile(path));
}
