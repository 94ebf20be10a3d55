using Hotfix.Core.Text;

namespace Hotfix.Core.Tests.Lanes;

public sealed class MarkerInAText
{
    [Fact]
    public void IsPutInFrontOnce()
    {
        var marker = new Marker("forward-port/null-ref");

        string once = marker.On("Text.");

        Assert.Equal("<!-- hotfix:forward-port/null-ref -->\nText.", once);
        Assert.Equal(once, marker.On(once));
        Assert.False(new Marker("forward-port/null").IsAtFrontOf(once));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("x -->")]
    public void CannotBreakTheCommentThatHoldsIt(string name) => Assert.Throws<ArgumentException>(() => new Marker(name));
}
