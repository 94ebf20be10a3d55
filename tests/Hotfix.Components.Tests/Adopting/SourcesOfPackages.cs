using Hotfix.Components.Running.Adopting;

namespace Hotfix.Components.Tests.Adopting;

public sealed class SourcesOfPackages
{
    [Fact]
    public void AreTheEnabledOnesByNameAndTheUsualOne() =>
        Assert.Equal(
            ["nuget.org", "The company's [own]"],
            PackageSources.Parse(
                "Registered Sources:\n  1.  The company's [own] [Enabled]\n      https://feed.example.com/index.json\n  2.  old [Disabled]\n      /srv/old\n  3.  hotfix [Enabled]\n      /srv/hotfix\n"
            )
        );

    [Fact]
    public void AreToldApartInTheMapping()
    {
        var packages = new AdoptionPackages("1.2.3", "$(MSBuildThisFileDirectory)../../feed") { Others = ["nuget.org", "a<b"] };

        Assert.Equal(
            "../../feed|    <packageSource key=\"nuget.org\">\n      <package pattern=\"*\" />\n    </packageSource>\n    <packageSource key=\"a&lt;b\">\n      <package pattern=\"*\" />\n    </packageSource>\n",
            packages.Mapping("@source@|@others@")
        );
        Assert.Null((packages with { Source = "" }).Mapping("@source@"));
    }
}
