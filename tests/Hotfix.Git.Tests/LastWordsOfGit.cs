namespace Hotfix.Git.Tests;

public sealed class LastWordsOfGit
{
    [Theory]
    [InlineData("", "'git fetch' ended with exit code 128.")]
    [InlineData("warning: a\nfatal: b\nhint: c\n", "'git fetch' ended with exit code 128: fatal: b")]
    [InlineData(
        "ssh: Could not resolve hostname work: Name or service not known\nfatal: Could not read from remote repository.\n\n"
            + "Please make sure you have the correct access rights\nand the repository exists.\n",
        "'git fetch' ended with exit code 128: ssh: Could not resolve hostname work: Name or service not known; fatal: Could not read from remote repository."
    )]
    [InlineData(
        "git-lfs filter-process: 1: git-lfs: not found\nfatal: the remote end hung up unexpectedly\n",
        "'git fetch' ended with exit code 128: git-lfs filter-process: 1: git-lfs: not found; fatal: the remote end hung up unexpectedly"
    )]
    [InlineData("fatal: the remote end hung up unexpectedly\n", "'git fetch' ended with exit code 128: fatal: the remote end hung up unexpectedly")]
    public void AreThoseThatSayWhy(string errors, string evidence) => Assert.Equal(evidence, new GitResult(new GitCall(["fetch"]), 128, "", errors).Evidence);
}
