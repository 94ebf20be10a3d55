using System.Security.Cryptography;
using System.Text;
using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.Git.Reading;

/// <summary>
/// A patch file as it comes: also from a shell of Windows, which writes UTF-16, a byte order mark, or its own line ends, all of which git takes for garbage.
/// </summary>
internal sealed class PatchReading(GitCommandLine git, CommitSha onto)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The patch, or the first readable copy of it that fits; a copy lies in the clone's git folder, where it is no change of anybody's.</summary>
    /// <exception cref="HotfixException">HF2022, HF2023 or HF2025, for the copy that is the easiest to read.</exception>
    public async Task<Fix.Patch> ReadAsync(string path, string message, CancellationToken cancellationToken)
    {
        byte[] bytes = await File.ReadAllBytesAsync(path, cancellationToken);
        HotfixException? failure = null;
        foreach (byte[] content in Readings(bytes))
        {
            string file = ReferenceEquals(content, bytes) ? path : await WriteCopyAsync(content, cancellationToken);
            var patch = new Fix.Patch(file, content.AsSpan().StartsWith("From "u8), message) { Given = path };
            try
            {
                await new PatchPreview(git, onto).RequireApplicableAsync(patch, cancellationToken);
                return patch;
            }
            catch (HotfixException e)
            {
                // That it is there already is the truest of these answers.
                failure = failure?.Code == "HF2023" ? failure : e;
            }
        }

        throw failure!;
    }

    private static IEnumerable<byte[]> Readings(byte[] bytes)
    {
        byte[] plain = Decode(bytes);
        yield return plain;
        string text = Utf8.GetString(plain);
        if (text.Contains("\r\n", StringComparison.Ordinal))
            yield return Utf8.GetBytes(text.Replace("\r\n", "\n", StringComparison.Ordinal));
    }

    // PowerShell's '>' writes UTF-16; a patch begins with letters, so that every second byte of it is 0 even without a mark.
    private static byte[] Decode(byte[] bytes) =>
        bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => bytes[3..],
            [0xFF, 0xFE, ..] => Utf8.GetBytes(Encoding.Unicode.GetString(bytes.AsSpan(2))),
            [0xFE, 0xFF, ..] => Utf8.GetBytes(Encoding.BigEndianUnicode.GetString(bytes.AsSpan(2))),
            [not 0, 0, not 0, 0, ..] => Utf8.GetBytes(Encoding.Unicode.GetString(bytes)),
            [0, not 0, 0, not 0, ..] => Utf8.GetBytes(Encoding.BigEndianUnicode.GetString(bytes)),
            _ => bytes,
        };

    private async Task<string> WriteCopyAsync(byte[] content, CancellationToken cancellationToken)
    {
        GitLocation location = await GitLocation.FindAsync(git, directory: null, cancellationToken);
        string folder = Path.Combine(location.CommonDir, "hotfix");
        Directory.CreateDirectory(folder);
        string file = Path.Combine(folder, $"{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}.patch");
        await File.WriteAllBytesAsync(file, content, cancellationToken);
        return file;
    }
}
