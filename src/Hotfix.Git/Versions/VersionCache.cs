using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hotfix.Core.Versions;

namespace Hotfix.Git.Versions;

/// <summary>Remembers GitVersion's answers below the clone's git folder. Only a cache: what is missing or unreadable is calculated.</summary>
internal sealed class VersionCache(GitLocation location)
{
    private const int MaximumFiles = 50;

    private string Folder => Path.Combine(location.CommonDir, "hotfix", "gitversion");

    /// <summary>A file name for everything that the answer depends on.</summary>
    public static string KeyOf(IEnumerable<string> parts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..40];

    public async Task<CalculatedVersion?> ReadAsync(string key, CancellationToken cancellationToken) =>
        await ReadFileAsync<Entry>(key, cancellationToken) is { SemVer: not null, Source: not null } entry
        && SemanticVersion.TryParse(entry.MajorMinorPatch) is { } version
            ? new CalculatedVersion(version, entry.SemVer, $"{entry.Source}, remembered")
            : null;

    public Task WriteAsync(string key, CalculatedVersion version, CancellationToken cancellationToken) =>
        WriteFileAsync(key, new Entry(version.MajorMinorPatch.ToString(), version.SemVer, version.Source), cancellationToken);

    /// <summary>A yes or no; <c>null</c> when it is not known.</summary>
    public async Task<bool?> ReadAnswerAsync(string key, CancellationToken cancellationToken) => (await ReadFileAsync<Answer>(key, cancellationToken))?.Yes;

    public Task WriteAnswerAsync(string key, bool yes, CancellationToken cancellationToken) => WriteFileAsync(key, new Answer(yes), cancellationToken);

    private async Task<T?> ReadFileAsync<T>(string key, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(await File.ReadAllTextAsync(PathOf(key), cancellationToken));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    private async Task WriteFileAsync<T>(string key, T entry, CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(Folder);
            string partial = $"{PathOf(key)}.{Environment.ProcessId}.partial";
            await File.WriteAllTextAsync(partial, JsonSerializer.Serialize(entry), cancellationToken);
            File.Move(partial, PathOf(key), overwrite: true);
            IEnumerable<FileInfo> old = new DirectoryInfo(Folder).GetFiles().OrderByDescending(file => file.LastWriteTimeUtc).Skip(MaximumFiles);
            old.ToList().ForEach(file => file.Delete());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A git folder that cannot be written to costs half a second next time, nothing else.
        }
    }

    private string PathOf(string key) => Path.Combine(Folder, $"{key}.json");

    private sealed record Answer(bool? Yes);

    private sealed record Entry(string? MajorMinorPatch, string? SemVer, string? Source);
}
