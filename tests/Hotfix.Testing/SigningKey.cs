using System.Diagnostics;

namespace Hotfix.Testing;

/// <summary>A real SSH key with which git signs in one clone.</summary>
public static class SigningKey
{
    /// <summary>Makes a key and tells git of it; nothing is signed unless something asks for it. Returns the public part.</summary>
    public static string GiveTo(TempRepository clone)
    {
        string key = Path.Combine(clone.Path, ".git", "signing_key");
        using Process made = Process.Start("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "test", "-f", key]);
        made.WaitForExit();
        clone.Git(["config", "gpg.format", "ssh"]);
        clone.Git(["config", "user.signingKey", key + ".pub"]);
        return File.ReadAllText(key + ".pub").Trim();
    }
}
