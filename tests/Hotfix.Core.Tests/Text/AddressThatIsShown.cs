using Hotfix.Core.Errors;
using Hotfix.Core.Requests;
using Hotfix.Core.Text;

namespace Hotfix.Core.Tests.Text;

public sealed class AddressThatIsShown
{
    [Theory]
    [InlineData("https://shop.example.com/health?key=s3cr3t-value", "https://shop.example.com/health?…")]
    [InlineData("https://ann:s3cr3t-value@shop.example.com:8443/health", "https://shop.example.com:8443/health")]
    [InlineData("https://shop.example.com/health#s3cr3t-value", "https://shop.example.com/health")]
    [InlineData("https://shop.example.com/health", "https://shop.example.com/health")]
    public void HasNeitherUserNorQuery(string address, string shown)
    {
        Assert.Equal(shown, ShownAddress.Of(new Uri(address)));
        Assert.Equal(shown, ShownAddress.OfText(address));
    }

    [Theory]
    [InlineData("https://ann:s3cr3t-value@shop.example.com/health")]
    [InlineData("ftp://shop.example.com/health?key=s3cr3t-value")]
    public void HasThemNotEvenWhenItIsRefused(string address)
    {
        HotfixException error = Assert.Throws<HotfixException>(() => RequestParser.Address("--health-url", address));

        Assert.DoesNotContain("s3cr3t-value", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("shop.example.com/health", error.Refusal.What, StringComparison.Ordinal);
    }

    [Fact]
    public void LeavesItsKeyInNoOtherText()
    {
        RequestParser.Address("--health-url", "https://shop.example.com/health?full=true&key=only-ops-know%2F1");

        Assert.Equal(
            "could not connect to https://shop.example.com/health?full=true&key=[REDACTED], [REDACTED]",
            SecretMask.Mask("could not connect to https://shop.example.com/health?full=true&key=only-ops-know%2F1, only-ops-know/1")
        );
    }
}
