using Hotfix.Core.Deploying;
using Hotfix.Core.Errors;
using Hotfix.Core.Refs;

namespace Hotfix.Components.Running;

/// <summary>Parameters that name a release.</summary>
internal static class ReleaseTags
{
    /// <exception cref="HotfixException">HF4141 when it is no release tag.</exception>
    public static ReleaseTag? Parse(string parameter, string? text) =>
        text is null ? null : ReleaseTag.TryParse(text.Trim()) ?? throw new HotfixException(DeployRefusals.NoReleaseTag(parameter, text));
}
