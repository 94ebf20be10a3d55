using Hotfix.Components.Running;
using Hotfix.Core.Tests.Building;
using Hotfix.Git;
using Hotfix.GitHub.Http;
using Hotfix.Pipeline.Runs;

namespace Hotfix.Components.Tests;

/// <summary>What the adapters, the pipeline and the components say when they cannot go on, as the core's refusals are read in its own tests.</summary>
public sealed class EveryMessage
{
    // Its dot is a folder, and points at nothing that is missing.
    private static readonly (string Method, string Fact)[] Given = [("AdoptionErrors.NoFolderForABuild", "nothing")];

    [Theory]
    [InlineData(typeof(GitReader))]
    [InlineData(typeof(GitHubConnection))]
    [InlineData(typeof(RunContext))]
    [InlineData(typeof(HotfixRun))]
    public void SaysWhyAndWhatNextWhateverIsMissing(Type ofAssembly)
    {
        IReadOnlyList<string> wrong = RefusalTexts.Faults(ofAssembly.Assembly, Given);

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.InRange(RefusalTexts.Count(ofAssembly.Assembly), 3, 500);
    }
}
