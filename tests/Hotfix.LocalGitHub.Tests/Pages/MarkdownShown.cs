using Hotfix.LocalGitHub.Pages;

namespace Hotfix.LocalGitHub.Tests.Pages;

public sealed class MarkdownShown
{
    [Theory]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("before <img src=x onerror=alert(1)> after", "before &lt;img src=x onerror=alert(1)&gt; after")]
    [InlineData("<div onclick=\"a()\">\n<b>x</b>\n</div>", "&lt;div onclick=&quot;a()&quot;&gt;\n&lt;b&gt;x&lt;/b&gt;\n&lt;/div&gt;")]
    [InlineData("a <!-- b --> <i onfocus=x> c", "a  &lt;i onfocus=x&gt; c")]
    [InlineData("<!-- a --><script>x</script>", "&lt;script&gt;x&lt;/script&gt;")]
    [InlineData("`<b>`", "<code>&lt;b&gt;</code>")]
    [InlineData("```html\" onload=\"x\n<b>\n```", "&lt;b&gt;")]
    [InlineData("[x](https://example.com/\"onmouseover=\"y)", "<a href=\"https://example.com/%22onmouseover=%22y\">x</a>")]
    public void HasHtmlAsText(string markdown, string expected)
    {
        string text = TextOf(markdown);

        Assert.Contains(expected, text, StringComparison.Ordinal);
        Assert.DoesNotMatch("<(script|img|i|div|b)\\b|<[^>]*\\son[a-z]+=", text);
    }

    [Theory]
    [InlineData("[a](javascript:alert(1))")]
    [InlineData("[a](JavaScript&#58;alert(1))")]
    [InlineData("[a](java&#10;script:alert(1))")]
    [InlineData("[a](<\u0001javascript:alert(1)>)")]
    [InlineData("[a](data:text/html,x)")]
    [InlineData("[a](vbscript:x)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("![a](javascript:alert(1))")]
    [InlineData("[a][b]\n\n[b]: javascript:alert(1)")]
    public void LinksToNoCode(string markdown) => Assert.DoesNotContain("href", TextOf(markdown), StringComparison.Ordinal);

    [Theory]
    [InlineData("[a](https://example.com)", "<a href=\"https://example.com\">a</a>")]
    [InlineData("see https://example.com/x now", "<a href=\"https://example.com/x\">https://example.com/x</a>")]
    [InlineData("[a](../b:c#d)", "<a href=\"../b:c#d\">a</a>")]
    [InlineData("![a chart](https://example.com/c.png)", "<a href=\"https://example.com/c.png\">a chart</a>")]
    [InlineData("[![a chart](c.png)](https://example.com)", "<a href=\"https://example.com\">a chart</a>")]
    public void LinksAndAsksForNoPicture(string markdown, string expected) => Assert.Contains(expected, TextOf(markdown), StringComparison.Ordinal);

    [Theory]
    [InlineData("<!-- hotfix:thread/x -->\nseen")]
    [InlineData("seen\n\n<!-- several\n\nlines -->")]
    [InlineData("seen <!-- within a line -->")]
    [InlineData("seen\n\n<!-- hotfix without an end")]
    public void HidesComments(string markdown)
    {
        string text = TextOf(markdown);

        Assert.Contains("seen", text, StringComparison.Ordinal);
        Assert.DoesNotMatch("!--|hotfix|several|lines|within", text);
    }

    [Fact]
    public void HasTablesInABoxAndAlignsThemWithoutStyles()
    {
        string text = TextOf("| a | b | c |\n|---|--:|:-:|\n| 1 | 2 | &lt;3 |");

        Assert.Contains("<div class=\"table\" role=\"region\" aria-label=\"Table\" tabindex=\"0\">\n<table>", text, StringComparison.Ordinal);
        Assert.Contains("<th class=\"end\">b</th>", text, StringComparison.Ordinal);
        Assert.Contains("<td class=\"middle\">&lt;3</td>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("style", text, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadsEntities() => Assert.Contains("@\u200bteam", TextOf("@&#8203;team"), StringComparison.Ordinal);

    [Fact]
    public void BreaksLinesAsGitHubsCommentsDo() => Assert.Contains("one<br />\ntwo", TextOf("one\ntwo"), StringComparison.Ordinal);

    [Fact]
    public void HasHeadingsInOrder()
    {
        string text = TextOf("### c\n\n# a\n\n### c\n\n###### f");

        Assert.Equal(
            ["h2>c", "h2>a", "h3>c", "h4>f"],
            text.Split('\n')
                .Where(line => line.StartsWith("<h", StringComparison.Ordinal))
                .Select(line => line[1..line.IndexOf("</", StringComparison.Ordinal)])
        );
    }

    [Fact]
    public void HasItsTitleAsText() => Assert.Contains("<title>&lt;b&gt; &amp; more</title>", MarkdownPage.Render("<b> & more", ""), StringComparison.Ordinal);

    private static string TextOf(string markdown)
    {
        string page = MarkdownPage.Render("Title", markdown);
        int begin = page.IndexOf("<div class=\"text\">", StringComparison.Ordinal);
        return page[begin..page.IndexOf("</main>", StringComparison.Ordinal)].Replace("<div class=\"text\">", "", StringComparison.Ordinal);
    }
}
