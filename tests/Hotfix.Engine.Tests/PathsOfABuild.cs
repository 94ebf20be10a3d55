using Hotfix.Testing;
using Nuke.Common.IO;

namespace Hotfix.Engine.Tests;

public sealed class PathsOfABuild : IDisposable
{
    private readonly TempFolder _folder = new();

    private AbsolutePath Root => _folder.Path;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AreJoinedAndNormalized()
    {
        AbsolutePath path = (AbsolutePath)"/a" / "b/../c" / ".." / "d.txt";

        Assert.Equal("/a/d.txt", path);
        Assert.Equal(("d.txt", "d", ".txt"), (path.Name, path.NameWithoutExtension, path.Extension));
        Assert.Equal("/a", path / "..");
        Assert.Equal("/a", path.Parent);
        Assert.Equal("/a/d.txt.bak", path + ".bak");
        Assert.Equal("/a/d.md", path.WithExtension("md"));
    }

    [Fact]
    public void MustBeRooted()
    {
        Assert.Throws<ArgumentException>(() => AbsolutePath.Create("a/b"));
    }

    [Fact]
    public void AreQuotedOnlyWhenAsked()
    {
        var path = AbsolutePath.Create("/a b/c");

        Assert.Equal("/a b/c", path.ToString());
        Assert.Equal("\"/a b/c\"", path.ToString("dqn"));
        Assert.Equal("/a b/c", path.ToString("nq"));
    }

    [Fact]
    public void HoldFilesAndFolders()
    {
        AbsolutePath file = (Root / "x" / "y" / "a.txt").WriteAllText("text");
        (Root / "x" / "b.md").TouchFile();

        Assert.Equal("text\n", file.ReadAllText().ReplaceLineEndings("\n"));
        Assert.Equal(["b.md"], (Root / "x").GetFiles().Select(path => path.Name));
        Assert.Equal(["a.txt", "b.md"], Root.GetFiles(depth: 3).Select(path => path.Name).Order());
        Assert.Equal(["x"], Root.GetDirectories().Select(path => path.Name));
        Assert.Equal(Root, file.FindParent(path => path.ContainsDirectory("x")));
    }

    [Fact]
    public void AreCleanedAndDeleted()
    {
        AbsolutePath file = (Root / "x" / "a.txt").WriteAllText("text");

        (Root / "x").CreateOrCleanDirectory();

        Assert.False(file.FileExists());
        Assert.True((Root / "x").DirectoryExists());
        (Root / "x").DeleteDirectory();
        Assert.False((Root / "x").DirectoryExists());
    }
}
