using Hotfix.Core.Errors;
using Hotfix.Core.Snapshots;
using Hotfix.Pipeline.Runs;
using Serilog;

namespace Hotfix.Pipeline.Releasing;

/// <summary>Before a release with assets is made: each of them is attested, where that is asked for.</summary>
internal static class Provenance
{
    /// <exception cref="HotfixException">HF4456 when one is not.</exception>
    public static async Task RequireAsync(RunContext run, CancellationToken cancellationToken)
    {
        if (!run.Request.RequiresProvenance || run.Request.ReleaseAssets.Count == 0)
            return;

        Services services = await run.ServicesAsync(cancellationToken);
        List<string> missing = [];
        foreach (LocalAsset asset in run.Request.ReleaseAssets)
        {
            bool? exists = await services.Attestations.ExistsAsync(asset.Sha256, cancellationToken);
            if (exists is null)
            {
                Log.Warning("Provenance was not looked at: attestations are not available on this plan, or not to this credential (attestations: read)");
                return;
            }

            if (exists is false)
                missing.Add($"{Path.GetFileName(asset.Path)} (sha256:{asset.Sha256[..12]}…)");
        }

        if (missing.Count > 0)
        {
            throw run.Refuse(
                new Refusal(
                    "HF4456",
                    What: $"{missing.Count} of {run.Request.ReleaseAssets.Count} files to attach are not attested; nothing was changed.",
                    Why: $"GitHub has no attestation of {string.Join(", ", missing)}.",
                    Next: "Attest them in the job that builds them, before this: actions/attest-build-provenance, with the very files; or leave --attested out."
                )
            );
        }

        Log.Information("found: all {Count} files to attach are attested", run.Request.ReleaseAssets.Count);
    }
}
