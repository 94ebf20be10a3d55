using Hotfix.Engine.Tests.Builds;
using Hotfix.Engine.Tests.Harness;

namespace Hotfix.Engine.Tests;

public sealed class SecretValues : IDisposable
{
    private readonly EngineCall _call = new();

    public void Dispose() => _call.Dispose();

    [Fact]
    public void AreNeitherPrintedNorLogged()
    {
        EngineResult result = _call.With("LAB_GITHUB_TOKEN", "ghs_123456").Run<ParameterBuild>(x => x.Show, "--api-key", "s3cr3t");

        string log = File.ReadAllText(Path.Combine(_call.Temporary, "build.log"));
        Assert.Contains("ApiKey=[REDACTED] token=[REDACTED]", result.Output, StringComparison.Ordinal);
        Assert.Contains("ApiKey=[REDACTED] token=[REDACTED]", log, StringComparison.Ordinal);
        Assert.Equal(("s3cr3t", "ghs_123456"), (ParameterBuild.Seen!.ApiKey, ParameterBuild.Seen.TokenSeen));
    }

    [Fact]
    public void EncryptedInAFileNameTheVariableToUse()
    {
        EngineResult result = _call.WithFile("""{ "ApiKey": "v1:AAAA" }""").Run<ParameterBuild>(x => x.Show);

        Assert.Contains("Set the environment variable NUKE_API_KEY instead.", result.Output, StringComparison.Ordinal);
        Assert.Equal(-1, result.ExitCode);
    }

    [Fact]
    public void PlainInAFileAreIgnoredWithAWarning()
    {
        EngineResult result = _call.WithFile("""{ "ApiKey": "plain-text" }""").Run<ParameterBuild>(x => x.Show);

        Assert.Contains("[WRN] Could not inject value for ParameterBuild.ApiKey", result.Output, StringComparison.Ordinal);
        Assert.Null(ParameterBuild.Seen!.ApiKey);
    }
}
