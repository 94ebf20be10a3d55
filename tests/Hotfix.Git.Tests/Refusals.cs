using Hotfix.Core.Errors;

namespace Hotfix.Git.Tests;

/// <summary>What a test expects of an error.</summary>
internal static class Refusals
{
    /// <summary>The refusal that the action ends with; its code must be this one.</summary>
    public static async Task<Refusal> ExpectAsync(string code, Func<Task> action)
    {
        HotfixException error = await Assert.ThrowsAsync<HotfixException>(action);
        Assert.True(code == error.Code, error.Message);
        return error.Refusal;
    }
}
