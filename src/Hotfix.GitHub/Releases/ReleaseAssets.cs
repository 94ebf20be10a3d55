using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.GitHub.Http;
using Hotfix.GitHub.Json;

namespace Hotfix.GitHub.Releases;

/// <summary>Uploads one file, as a stream. Not through Octokit, which would hold it in memory.</summary>
internal sealed class ReleaseAssets(GitHubApi api)
{
    /// <summary>What a slow line still manages; a larger file gets more time.</summary>
    private const double LeastBytesPerSecond = 128 * 1024;

    private readonly ReleaseCalls _releases = new(api);

    /// <summary>REST: <c>POST …/releases/{id}/assets</c>.</summary>
    public async Task<Outcome> ApplyAsync(PlanStep.UploadAsset step, CancellationToken cancellationToken)
    {
        ReleaseAnswer release = await _releases.WaitForAsync(step.Tag, cancellationToken) ?? throw GitHubErrors.NoRelease(step.Tag);
        if (FindWhole(release, step) is { } present)
            return new Outcome(step, Describe(present), WasFound: true);

        if (!release.Draft)
            throw GitHubErrors.Sealed(step.Tag, AssetCheck.FindFaults(release, [step])!);

        await CheckFileAsync(step, cancellationToken);
        (AssetAnswer asset, bool wasFound) = await LostAnswer.SettleAsync(
            api.Connection,
            () => ReplaceAsync(release, step, cancellationToken),
            async () => FindWhole(release = await ReadAsync(release.Id, step, cancellationToken), step),
            cancellationToken
        );
        return AssetCheck.FindFault(asset, step) is { } fault
            ? throw GitHubErrors.WrongAssets(step.Tag, fault + ".")
            : new Outcome(step, Describe(asset), wasFound);
    }

    private static string Describe(AssetAnswer asset) => $"{asset.Name} ({asset.Size} bytes{(asset.Digest is null ? "" : ", " + asset.Digest)})";

    private static async Task CheckFileAsync(PlanStep.UploadAsset step, CancellationToken cancellationToken)
    {
        if (!File.Exists(step.Path))
            throw GitHubErrors.FileChanged(step, "The file does not exist any more.");

        await using FileStream file = File.OpenRead(step.Path);
        string digest = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
        if (file.Length != step.Size || digest != step.Sha256)
            throw GitHubErrors.FileChanged(step, $"It has {file.Length} bytes and sha256 {digest}; planned were {step.Size} and {step.Sha256}.");
    }

    private static AssetAnswer? FindWhole(ReleaseAnswer release, PlanStep.UploadAsset step) =>
        AssetCheck.Find(release, step) is { } asset && AssetCheck.FindFault(asset, step) is null ? asset : null;

    /// <summary>Deletes the remains of an earlier try, and uploads.</summary>
    private async Task<Settled<AssetAnswer>> ReplaceAsync(ReleaseAnswer release, PlanStep.UploadAsset step, CancellationToken cancellationToken)
    {
        if (AssetCheck.Find(release, step) is { } remains)
            await DeleteAsync(remains, cancellationToken);

        try
        {
            return new Settled<AssetAnswer>(await UploadAsync(release, step, cancellationToken), WasFound: false);
        }
        catch (HotfixException e) when (GitHubFailure.IsInvalid(e))
        {
            // a file of that name came in meanwhile: a colleague's run, or our own lost one
            if (FindWhole(await ReadAsync(release.Id, step, cancellationToken), step) is { } found)
                return new Settled<AssetAnswer>(found, WasFound: true);

            throw;
        }
    }

    private Task<ReleaseAnswer> ReadAsync(long releaseId, PlanStep.UploadAsset step, CancellationToken cancellationToken) =>
        api.GetAsync<ReleaseAnswer>(new Call($"read the draft of {step.Tag}", api.InRepository($"releases/{releaseId}")), cancellationToken);

    private async Task DeleteAsync(AssetAnswer remains, CancellationToken cancellationToken)
    {
        var call = new Call($"delete the remains of {remains.Name}", api.InRepository($"releases/assets/{remains.Id}"), IsWrite: true);
        await api.DeleteAsync(call, cancellationToken);
    }

    private async Task<AssetAnswer> UploadAsync(ReleaseAnswer release, PlanStep.UploadAsset step, CancellationToken cancellationToken)
    {
        // a URI template: https://uploads.github.com/repos/o/r/releases/1/assets{?name,label}
        string address = $"{release.UploadUrl.Split('{')[0]}?name={Uri.EscapeDataString(step.Name)}";
        var call = new Call($"upload {step.Name}", address, IsWrite: true);
        if (!call.Uri.IsAbsoluteUri || !new TrustedHosts(api.Connection.Address.Api).MaySeeCredential(call.Uri))
            throw GitHubErrors.ForeignUploadHost(step.Tag, call.Uri.IsAbsoluteUri ? call.Uri.Host : address);

        await using FileStream file = File.OpenRead(step.Path);
        using var content = new StreamContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue(ContentTypes.Of(step.Name));
        content.Headers.ContentLength = step.Size;
        using var request = new HttpRequestMessage(HttpMethod.Post, call.Uri) { Content = content };
        request.Headers.Accept.ParseAdd("application/vnd.github+json");
        request.Options.Set(CallOptions.Timeout, api.Connection.Options.RequestTimeout + TimeSpan.FromSeconds(step.Size / LeastBytesPerSecond));

        using HttpResponseMessage response = await api.StreamAsync(call, request, cancellationToken);
        return await api.RunAsync(call, () => ReadAssetAsync(response, cancellationToken), cancellationToken);
    }

    private static async Task<AssetAnswer> ReadAssetAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using Stream body = await response.Content.ReadAsStreamAsync(cancellationToken);
        return await JsonSerializer.DeserializeAsync(body, ApiJson.Default.AssetAnswer, cancellationToken) ?? throw new JsonException("The answer is null.");
    }
}
