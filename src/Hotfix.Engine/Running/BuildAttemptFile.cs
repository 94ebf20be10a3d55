using System.Security.Cryptography;
using System.Text;

namespace Nuke.Common.Execution;

/// <summary><c>.nuke/temp/build-attempt.log</c>: what was invoked and which targets succeeded. Written for NUKE's sake; this engine never reads it.</summary>
internal sealed class BuildAttemptFile
{
    private readonly string _file;

    private BuildAttemptFile(string file)
    {
        _file = file;
    }

    public static BuildAttemptFile Start(BuildSession session)
    {
        string invocation = string.Join(' ', session.CommandLine.Arguments.Where(argument => !CommandLine.IsSwitch(argument)));
#pragma warning disable CA5351 // Do Not Use Broken Cryptographic Algorithms: NUKE's file format, and nothing relies on it being hard to forge.
        string hash = Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(invocation)));
#pragma warning restore CA5351
        var file = new BuildAttemptFile(Path.Combine(session.TemporaryDirectory, "build-attempt.log"));
        File.WriteAllText(file._file, hash + "\n");
        return file;
    }

    public void Add(string target) => File.AppendAllText(_file, target + "\n");
}
