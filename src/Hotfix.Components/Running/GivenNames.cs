using Hotfix.Core.Conventions;
using Hotfix.Core.Errors;
using Hotfix.Core.Requests;

namespace Hotfix.Components.Running;

/// <summary>What is said of the team's names, each under the name of its parameter; <c>null</c> where nothing is said.</summary>
internal sealed record GivenNames
{
    public string? TagPattern { get; init; }

    public string? Product { get; init; }

    /// <summary>With commas between several.</summary>
    public string? ProductFolder { get; init; }

    public string? Title { get; init; }

    public string? HotfixPrefix { get; init; }

    public string? ForwardPortPrefix { get; init; }

    public string? RevertPrefix { get; init; }

    public string? SupportPattern { get; init; }

    /// <summary>From texts by the parameters' names.</summary>
    public static GivenNames From(Func<string, string?> said) =>
        new()
        {
            TagPattern = said(nameof(TagPattern)),
            Product = said(nameof(Product)),
            ProductFolder = said(nameof(ProductFolder)),
            Title = said(nameof(Title)),
            HotfixPrefix = said(nameof(HotfixPrefix)),
            ForwardPortPrefix = said(nameof(ForwardPortPrefix)),
            RevertPrefix = said(nameof(RevertPrefix)),
            SupportPattern = said(nameof(SupportPattern)),
        };

    /// <exception cref="HotfixException">For a value that does not fit.</exception>
    public HotfixConventions Parse()
    {
        string? product = RequestParser.Name("--product", Product);
        return new HotfixConventions
        {
            Tags = Filled(TagPattern, "--tag-pattern") is { } pattern ? Core.Conventions.TagPattern.Parse(pattern) : null,
            Product = product,
            ProductFolders = Filled(ProductFolder, "--product-folder") is { } folders ? ProductFolders.Parse(folders.Split(',')) : null,
            Title = Filled(Title, "--title") is { } title ? TitlePattern.Parse(title) : null,
            Hotfixes = Prefix(HotfixPrefix, "--hotfix-prefix", HotfixConventions.Default.Hotfixes),
            ForwardPorts = Prefix(ForwardPortPrefix, "--forward-port-prefix", HotfixConventions.Default.ForwardPorts),
            Reverts = Prefix(RevertPrefix, "--revert-prefix", HotfixConventions.Default.Reverts),
            Support = Filled(SupportPattern, "--support-pattern") is { } support
                ? Core.Conventions.SupportPattern.Parse(support)
                : Core.Conventions.SupportPattern.Of(product),
        };

        string? Filled(string? said, string parameter) => said is null ? null : ProductFolders.Fill(parameter, said, product);
    }

    private static BranchPrefix Prefix(string? said, string parameter, BranchPrefix unset) => said is null ? unset : BranchPrefix.Parse(parameter, said);
}
