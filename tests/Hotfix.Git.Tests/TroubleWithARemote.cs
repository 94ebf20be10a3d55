namespace Hotfix.Git.Tests;

/// <summary>What may pass is tried again; "no" is an answer.</summary>
public class TroubleWithARemote
{
    [Theory]
    [InlineData(128, "fatal: unable to access 'https://github.com/acme/shop.git/': The requested URL returned error: 502", true)]
    [InlineData(128, "error: RPC failed; HTTP 503 curl 22 The requested URL returned error: 503\nfatal: expected flush after ref listing", true)]
    [InlineData(128, "fatal: unable to access 'https://github.com/acme/shop.git/': Failed to connect to github.com port 443: Connection refused", true)]
    [InlineData(128, "fatal: unable to access 'https://github.com/acme/shop.git/': OpenSSL SSL_read: Connection reset by peer, errno 104", true)]
    [InlineData(128, "fatal: unable to access 'https://github.com/acme/shop.git/': Empty reply from server", true)]
    [InlineData(
        1,
        "error: RPC failed; HTTP 502 curl 22 The requested URL returned error: 502\nfatal: the remote end hung up unexpectedly\nEverything up-to-date",
        true
    )]
    [InlineData(128, "fatal: unable to access 'https://github.com/acme/shop.git/': The requested URL returned error: 403", false)]
    [InlineData(128, "fatal: unable to access 'https://github.com/acme/shop.git/': Received HTTP code 407 from proxy after CONNECT", false)]
    [InlineData(
        128,
        "fatal: unable to access 'https://github.com/acme/shop.git/': SSL certificate problem: self-signed certificate in certificate chain",
        false
    )]
    [InlineData(128, "fatal: Authentication failed for 'https://github.com/acme/shop.git/'", false)]
    [InlineData(128, "remote: Repository not found.\nfatal: repository 'https://github.com/acme/shop.git/' not found", false)]
    [InlineData(128, "fatal: couldn't find remote ref refs/heads/gone", false)]
    [InlineData(1, "husky - pre-push hook exited with code 1\nerror: failed to push some refs to 'https://github.com/acme/shop.git'", false)]
    [InlineData(129, "usage: git fetch", false)]
    public void MayPassOrNot(int exitCode, string errors, bool mayPass) =>
        Assert.Equal(mayPass, RemoteTrouble.MayPass(new GitResult(GitCall.ToRemote("fetch", "origin"), exitCode, "", errors)));
}
