using System.Globalization;
using System.Text;

namespace Hotfix.LocalGitHub.GitBackend;

/// <summary>Reads the commands in front of a push's pack: pkt-lines up to the first flush.</summary>
internal static class PushCommandReader
{
    /// <summary>The commands, and every byte read so far, which the real receiver must get too.</summary>
    public static async Task<(IReadOnlyList<PushCommand> Commands, byte[] Consumed)> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        var commands = new List<PushCommand>();
        using var consumed = new MemoryStream();
        byte[] length = new byte[4];
        while (await body.ReadAtLeastAsync(length, 4, throwOnEndOfStream: false, cancellationToken) == 4)
        {
            consumed.Write(length);
            int size = int.Parse(Encoding.ASCII.GetString(length), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (size < 4)
                break;

            byte[] line = new byte[size - 4];
            await body.ReadExactlyAsync(line, cancellationToken);
            consumed.Write(line);
            string text = Encoding.UTF8.GetString(line).Split('\0')[0].TrimEnd('\n');
            string[] parts = text.Split(' ', 3);
            if (parts is [{ Length: 40 }, { Length: 40 }, _])
                commands.Add(new PushCommand(parts[0], parts[1], parts[2]));
        }

        return (commands, consumed.ToArray());
    }
}
