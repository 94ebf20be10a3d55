using System.Text;
using System.Text.Json;
using Hotfix.Core.Telling;
using Hotfix.Core.Text;

namespace Hotfix.Core.Tests.Text;

/// <summary>A secret that was escaped, encoded or cut is one still.</summary>
public sealed class SecretsInTextThatLeaves
{
    private const string Secret = "ghp_Zx9+w/Qp=7_k@42#z&9";

    public SecretsInTextThatLeaves() => SecretMask.Add(Secret);

    public static TheoryData<string> Forms =>
        new()
        {
            Secret,
            Uri.EscapeDataString(Secret),
            JsonSerializer.Serialize(Secret),
            System.Net.WebUtility.HtmlEncode(Secret),
            string.Concat(Secret.Select(c => char.IsLetterOrDigit(c) ? $"{c}" : $"\\{c}{(c is '@' or '#' ? "&#8203;" : "")}")),
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"x-access-token:{Secret}")),
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"[\"+ export TOKEN={Secret}\"]")),
            Convert.ToBase64String(Encoding.UTF8.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes($"a {Secret} b")))),
        };

    [Theory]
    [MemberData(nameof(Forms))]
    public void AreFoundInEveryForm(string form) => Assert.DoesNotContain(form, SecretMask.Mask($"before {form} behind"), StringComparison.Ordinal);

    [Fact]
    public void AreTakenOutOfWhatIsEncodedAndItStaysReadable()
    {
        string mark = Convert.ToBase64String(Encoding.UTF8.GetBytes($"[[1,\"Failure\",\"{Secret}\"]]"));

        string masked = SecretMask.Mask($"<!-- hotfix:log {mark} -->");

        string inside = Encoding.UTF8.GetString(Convert.FromBase64String(masked.Split(' ')[2]));
        Assert.Equal("[[1,\"Failure\",\"[REDACTED]\"]]", inside);
    }

    [Fact]
    public void AreGoneBeforeMarkdownEscapesAndBeforeALineIsCut()
    {
        Assert.Equal("a \\[REDACTED\\]", MarkdownText.Escape($"a {Secret}"));
        Assert.Equal("`[REDACTED]`", MarkdownText.Code(Secret));
        Assert.DoesNotContain(Secret, MarkdownText.Block(Secret), StringComparison.Ordinal);
        Assert.Equal("0123456789 [REDA…", PlainText.OneLine($"0123456789 {Secret}", 16));
        Assert.DoesNotContain("ghp", SlackText.Escape($"see {Secret}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("src/Hotfix.Components/Running/Deploying/DeployRun.cs")]
    [InlineData("4b825dc642cb6eb9a060e54bf8d69288fbee4904")]
    [InlineData("YW55dGhpbmcgZWxzZQ==")]
    public void LeaveEverythingElseAsItIs(string text) => Assert.Equal(text, SecretMask.Mask(text));
}
