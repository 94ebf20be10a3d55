using Hotfix.GitHub.Http;

namespace Hotfix.GitHub.Tests;

public class HostThatMaySeeTheCredential
{
    [Theory]
    [InlineData("https://api.github.com/", "https://api.github.com/repos/acme/shop", true)]
    [InlineData("https://api.github.com/", "https://uploads.github.com/repos/acme/shop/releases/1/assets", true)]
    [InlineData("https://api.octocorp.ghe.com/", "https://uploads.octocorp.ghe.com/x", true)]
    [InlineData("https://github.example.com/api/v3/", "https://github.example.com/api/uploads/x", true)]
    [InlineData("https://api.github.com/", "https://github.com/acme/shop", false)]
    [InlineData("https://api.github.com/", "http://api.github.com/repos/acme/shop", false)]
    [InlineData("https://api.github.com/", "https://api.github.com:8443/repos/acme/shop", false)]
    [InlineData("https://api.github.com/", "https://uploads.github.com.example.com/x", false)]
    [InlineData("https://api.octocorp.ghe.com/", "https://uploads.github.com/x", false)]
    [InlineData("https://api.example.com/", "https://uploads.example.com/x", false)]
    [InlineData("http://127.0.0.1:4030/", "http://127.0.0.1:4031/x", false)]
    public void IsTheApisOwnOrItsUploadHost(string api, string address, bool expected)
    {
        bool trusted = new TrustedHosts(new Uri(api)).MaySeeCredential(new Uri(address));

        Assert.Equal(expected, trusted);
    }
}
