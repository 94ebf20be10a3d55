using Hotfix.Components.Running;
using Hotfix.Testing;

namespace Hotfix.Components.Tests.Running;

// A drill waited eight seconds for a build that found nothing to do.
public sealed class ProgramThatWasBuilt : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly string _project;

    public ProgramThatWasBuilt()
    {
        _project = _folder.Combine("src", "Tool", "Tool.csproj");
        Directory.CreateDirectory(_folder.Combine("src", "Tool", "obj"));
        File.WriteAllText(_project, "<Project />");
        File.WriteAllText(_folder.Combine("src", "Tool", "Program.cs"), "return 0;");
        File.WriteAllText(_folder.Combine("Tool.dll"), "");
        BuiltProgram.Of(_project).Remember(_folder.Combine("Tool.dll"));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void IsFoundWhileNothingHasChanged()
    {
        File.WriteAllText(_folder.Combine("src", "Tool", "obj", "made.cs"), "by a build");

        Assert.Equal(_folder.Combine("Tool.dll"), BuiltProgram.Of(_project).Find());
    }

    [Theory]
    [InlineData("src/Tool/Program.cs")]
    [InlineData("src/Library/New.cs")]
    [InlineData("Directory.Build.props")]
    public void IsBuiltAgainAfterAChange(string file)
    {
        string path = _folder.Combine(file.Split('/'));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "changed");

        Assert.Null(BuiltProgram.Of(_project).Find());
    }

    [Fact]
    public void IsBuiltAgainAfterAFileWasDeleted()
    {
        File.Delete(_folder.Combine("src", "Tool", "Program.cs"));

        Assert.Null(BuiltProgram.Of(_project).Find());
    }
}
