using Hotfix.Testing;
using static Hotfix.Git.Tests.RemoteAndClone;

namespace Hotfix.Git.Tests;

public sealed class ResolvingAnSshAlias : IDisposable
{
    private readonly TempRepository _here = new();

    public void Dispose() => _here.Dispose();

    [Theory]
    [InlineData("ssh://work/acme/shop.git", "ssh://github.com/acme/shop.git")]
    [InlineData("ssh://github.com-work/acme/shop.git", "ssh://github.com/acme/shop.git")]
    [InlineData("ssh://git@work:443/acme/shop.git", "ssh://git@github.com:443/acme/shop.git")]
    [InlineData("work:acme/shop.git", "github.com:acme/shop.git")]
    [InlineData("git@work:acme/shop.git", "git@github.com:acme/shop.git")]
    [InlineData("ssh://github.example.com/acme/shop.git", "ssh://github.example.com/acme/shop.git")]
    [InlineData("https://work/acme/shop.git", "https://work/acme/shop.git")]
    [InlineData("/srv/work/shop.git", "/srv/work/shop.git")]
    public async Task GivesTheHostThatSshConnectsTo(string url, string resolved)
    {
        bool hasSsh = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, "ssh")) || File.Exists(Path.Combine(folder, "ssh.exe")));
        _here.Write("ssh-config", "Host work github.com-work\n  HostName github.com\n  IdentityFile ~/.ssh/work\n");

        _here.Git(["config", "core.sshCommand", $"ssh -F '{Path.Combine(_here.Path, "ssh-config")}'"]);

        string found = await SshAlias.ResolveAsync(At(_here), url, None);

        Assert.Equal(hasSsh ? resolved : url, found);
    }
}
