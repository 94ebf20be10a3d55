using Hotfix.Pipeline.PostMortems;
using Hotfix.Testing;

namespace Hotfix.Components.Tests.PostMortems;

public sealed class FileOfTheRepository : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly string _root;

    public FileOfTheRepository()
    {
        _root = _folder.Combine("repo");
        Directory.CreateDirectory(Path.Combine(_root, "docs", ".git"));
        Directory.CreateDirectory(_folder.Combine("repo-beside"));
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("notes.md", "notes.md")]
    [InlineData(" docs/post-mortems/{tag}.md ", "docs/post-mortems/{tag}.md")]
    [InlineData("docs/../notes.md", "notes.md")]
    [InlineData("..notes/.gitignore", "..notes/.gitignore")]
    public void IsFoundBelowItsRoot(string text, string expected) =>
        Assert.Equal(Path.Combine([_root, .. expected.Split('/')]), RepositoryFile.Locate(_root, text));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("docs")]
    [InlineData("docs/")]
    [InlineData("..")]
    [InlineData("../notes.md")]
    [InlineData("../repo-beside/notes.md")]
    [InlineData("/etc/motd")]
    [InlineData(".git/hooks/post-commit")]
    [InlineData("docs/.GIT/config")]
    [InlineData("a\nb.md")]
    public void IsNoneAnywhereElse(string text) => Assert.Null(RepositoryFile.Locate(_root, text));

    [Fact]
    public void IsNoneBehindALink()
    {
        Directory.CreateSymbolicLink(Path.Combine(_root, "out"), _folder.Combine("repo-beside"));
        File.CreateSymbolicLink(Path.Combine(_root, "dangling.md"), _folder.Combine("nowhere.md"));

        Assert.Null(RepositoryFile.Locate(_root, "out/notes.md"));
        Assert.Null(RepositoryFile.Locate(_root, "dangling.md"));
        Assert.Equal(Path.Combine(_root, "notes.md"), RepositoryFile.Locate(_root + Path.DirectorySeparatorChar, "notes.md"));
    }
}
