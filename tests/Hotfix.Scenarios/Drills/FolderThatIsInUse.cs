using Hotfix.Core.Errors;
using Hotfix.Drill;
using Hotfix.Testing;

namespace Hotfix.Scenarios.Drills;

public sealed class FolderThatIsInUse
{
    [Fact]
    public void IsRefusedAndLeftAlone()
    {
        using var temp = new TempFolder();
        File.WriteAllText(temp.Combine("precious.txt"), "mine");

        var refused = Assert.Throws<HotfixException>(() => DrillFolder.Create(temp.Path));

        Assert.Equal("HF5902", refused.Code);
        Assert.Equal([temp.Combine("precious.txt")], Directory.GetFileSystemEntries(temp.Path));
    }
}
