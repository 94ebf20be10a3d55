using System.Diagnostics;

namespace Hotfix.Testing;

/// <summary>A home of gpg(1) with one key without a passphrase. Its path is short, as the socket of its agent lies in it (unix(7): 108 bytes).</summary>
public sealed class OpenPgpHome : IDisposable
{
    private const string User = "Ada Author <ada@example.com>";
    private readonly string _path = Directory.CreateTempSubdirectory("gpg-").FullName;

    private OpenPgpHome() { }

    /// <summary>Makes a key and tells git in one clone of it; nothing is signed unless something asks for it.</summary>
    public static OpenPgpHome Make(TempRepository clone)
    {
        var home = new OpenPgpHome();
        string program = Path.Combine(home._path, "gpg-of-this-home");
        File.WriteAllText(program, $"#!/bin/sh\nexec gpg --homedir '{home._path}' --batch \"$@\"\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Run(program, "--quiet", "--pinentry-mode", "loopback", "--passphrase", "", "--quick-generate-key", User, "ed25519", "sign", "0");
        clone.Git(["config", "gpg.format", "openpgp"]);
        clone.Git(["config", "gpg.program", program]);
        clone.Git(["config", "user.signingKey", User]);
        return home;
    }

    /// <summary>Stops the agent that gpg started, and takes the home away.</summary>
    public void Dispose()
    {
        Run("gpgconf", "--homedir", _path, "--kill", "all");
        Directory.Delete(_path, recursive: true);
    }

    private static void Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        string errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {errors}");
    }
}
