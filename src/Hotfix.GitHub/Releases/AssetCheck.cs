using Hotfix.Core.Plans;
using Hotfix.Core.Snapshots;

namespace Hotfix.GitHub.Releases;

/// <summary>Compares what a release has with what it should have.</summary>
internal static class AssetCheck
{
    public static AssetAnswer? Find(ReleaseAnswer release, PlanStep.UploadAsset expected) =>
        release.Assets?.FirstOrDefault(asset => AssetName.AreSame(expected.Name, asset.Name));

    /// <summary>What is wrong with it; <c>null</c> when it is whole. The digest counts where the server computes one.</summary>
    public static string? FindFault(AssetAnswer? answer, PlanStep.UploadAsset expected)
    {
        ReleaseAsset? asset = answer?.ToAsset();
        return asset switch
        {
            null => $"{expected.Name} is missing",
            { IsUploaded: false } => $"{expected.Name} is the remains of an upload that broke off",
            _ when asset.Size != expected.Size => $"{expected.Name} has {asset.Size} bytes instead of {expected.Size}",
            { Sha256: { } digest } when digest != expected.Sha256 => $"{expected.Name} has sha256 {digest} instead of {expected.Sha256}",
            _ => null,
        };
    }

    /// <summary>All faults in one line; <c>null</c> when there is none.</summary>
    public static string? FindFaults(ReleaseAnswer release, IReadOnlyList<PlanStep.UploadAsset> expected)
    {
        string[] faults = [.. expected.Select(asset => FindFault(Find(release, asset), asset)).OfType<string>()];
        return faults.Length == 0 ? null : string.Join("; ", faults) + ".";
    }
}
