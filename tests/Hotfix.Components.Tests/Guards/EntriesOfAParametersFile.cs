using System.Text.Json;
using Hotfix.Components.Guards;
using Hotfix.Core.Errors;

namespace Hotfix.Components.Tests.Guards;

public sealed class EntriesOfAParametersFile
{
    [Theory]
    [InlineData("""{ "$schema": "./build.schema.json", "MaxFiles": 7, "Labels": ["a"], "DryRun": true, "Words": [1, "2"], "Paint": "red" }""")]
    [InlineData("""{ "MaxFiles": "7", "DryRun": "true", "Base": null, "SomebodyElses": 1 }""")]
    [InlineData("""{ "Token": "plain", "forge-url": "x", "Verbosity": "Quiet", "Target": ["Test"] }""")]
    public void ThatAreReadAsTheyAreMeantPass(string json) => Assert.Empty(Check(json));

    [Theory]
    [InlineData("HF1062", """{ "MaxFiles": "many" }""", "a whole number")]
    [InlineData("HF1062", """{ "MaxFiles": [7] }""", "a single value")]
    [InlineData("HF1062", """{ "Labels": "a,b" }""", "a list")]
    [InlineData("HF1062", """{ "Description": { "text": "x" } }""", "a single value")]
    [InlineData("HF1072", """{ "maxFiles": 7 }""", "\"MaxFiles\"")]
    [InlineData("HF1072", """{ "max-files": 7 }""", "\"MaxFiles\"")]
    public void ThatAreNotAreRefusedWithTheWayOn(string code, string json, string words)
    {
        Refusal refusal = Assert.Single(Check(json));

        Assert.Equal(code, refusal.Code);
        Assert.Contains("parameters.json", refusal.What, StringComparison.Ordinal);
        Assert.Contains(words, refusal.ToString(), StringComparison.Ordinal);
    }

    private static Refusal[] Check(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. new FileGuard(SomeParameters.All, SomeParameters.Guard).Check("parameters.json", document.RootElement)];
    }
}
