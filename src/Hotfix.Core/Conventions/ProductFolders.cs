using Hotfix.Core.Errors;

namespace Hotfix.Core.Conventions;

/// <summary>Where a product lies in a repository of several: what is changed elsewhere is another product's.</summary>
/// <param name="Folders">Paths from the root with forward slashes, and none at their end; the first is where its tests run.</param>
public sealed record ProductFolders(IReadOnlyList<string> Folders)
{
    private const int MostLevels = 3;
    private const string ProductPlace = "{product}";

    // A folder of that name below one of these belongs to the product, and is not where it lies.
    private static readonly string[] Beside =
    [
        "docs",
        "doc",
        "test",
        "tests",
        "spec",
        "specs",
        "e2e",
        "examples",
        "samples",
        "deploy",
        "helm",
        "charts",
        "node_modules",
        "vendor",
    ];

    /// <summary>What was said (<c>--product-folder</c>).</summary>
    /// <exception cref="HotfixException">HF1086 when it is no folder of a repository.</exception>
    public static ProductFolders Parse(IEnumerable<string> texts)
    {
        string[] folders = [.. texts.Select(text => text.Trim().Replace('\\', '/')).Where(text => text.Length > 0)];
        string? wrong = folders.FirstOrDefault(folder =>
            folder[0] == '/' || folder.Contains(':', StringComparison.Ordinal) || folder.Split('/').Contains("..")
        );
        string[] bare = [.. folders.Select(folder => string.Join('/', folder.Split('/').Where(part => part is not ("" or "."))))];
        return wrong is null && bare.Length > 0 && bare.All(folder => folder.Length > 0)
            ? new ProductFolders(bare)
            : throw new HotfixException(
                "HF1086",
                what: $"--product-folder is '{string.Join(',', texts)}'; nothing was changed.",
                why: "It is a folder of the repository, or several with commas between, as seen from its root, and not the root itself.",
                next: "For example: --product-folder services/api"
            );
    }

    /// <summary>A text of the settings with the product's name in its place, so that one setting serves all products.</summary>
    /// <exception cref="HotfixException">HF1087 when there is such a place, and no product was named.</exception>
    public static string Fill(string parameter, string text, string? product) =>
        !text.Contains(ProductPlace, StringComparison.Ordinal) ? text
        : product is not null ? text.Replace(ProductPlace, product, StringComparison.Ordinal)
        : throw new HotfixException(
            "HF1087",
            what: $"{parameter} is '{text}', and no product was named; nothing was changed.",
            why: $"{ProductPlace} stands for the product that --product names.",
            next: "Name it: --product api"
        );

    /// <summary>
    /// Where the product lies: as was said, else the only folder of its name. Neither is known where one folder fits as well as another, or what was said is
    /// not there.
    /// </summary>
    /// <param name="product">Its name; <c>null</c> when none was said.</param>
    /// <param name="said">What was said of its folders; <c>null</c> for nothing.</param>
    /// <param name="folders">Every folder, as seen from the root.</param>
    public static (ProductFolders? Folders, Refusal? Refusal) Of(string? product, ProductFolders? said, IEnumerable<string> folders)
    {
        if (product is null && said is null)
            return (null, null);

        string[] all = [.. folders];
        if (said is not null)
        {
            string? absent = said.Folders.FirstOrDefault(folder => !all.Contains(folder, StringComparer.Ordinal));
            return absent is null ? (said, null) : (null, Absent(absent, all));
        }

        string name = product![(product!.LastIndexOf('/') + 1)..];
        string[][] named =
        [
            .. all.Where(folder => IsNamed(folder, name))
                .GroupBy(Level)
                .OrderBy(level => level.Key)
                .Select(level => (string[])[.. level.Order(StringComparer.Ordinal)]),
        ];
        return named is not [var nearest, ..] ? (null, null)
            : nearest is [var only] ? (new ProductFolders([only]), null)
            : (null, Several(product, nearest));
    }

    /// <summary>Whether a file, by its path from the root, is the product's.</summary>
    public bool Holds(string path) =>
        Folders.Any(folder => path.Length > folder.Length && path[folder.Length] == '/' && path.StartsWith(folder, StringComparison.Ordinal));

    /// <summary><c>services/api</c>, or several with commas between.</summary>
    public override string ToString() => string.Join(", ", Folders);

    private static int Level(string folder) => folder.Count(c => c == '/');

    private static bool IsNamed(string folder, string product)
    {
        string[] parts = folder.Split('/');
        return parts.Length <= MostLevels
            && parts[^1].Equals(product, StringComparison.OrdinalIgnoreCase)
            && !parts.SkipLast(1).Any(part => part.StartsWith('.') || Beside.Contains(part, StringComparer.OrdinalIgnoreCase));
    }

    private static Refusal Absent(string folder, string[] all)
    {
        string last = folder[(folder.LastIndexOf('/') + 1)..];
        string[] near = [.. all.Where(one => one.EndsWith(last, StringComparison.OrdinalIgnoreCase)).Take(3)];
        return new Refusal(
            "HF4312",
            What: $"--product-folder names {folder}, which the repository does not have; nothing was changed.",
            Why: near.Length > 0 ? $"There is {string.Join(", ", near)}." : $"In its root are {string.Join(", ", all.Where(one => Level(one) == 0).Take(8))}.",
            Next: $"Name the product's folder as git has it, upper and lower case included: --product-folder {(near.Length > 0 ? near[0] : "services/api")}"
        );
    }

    private static Refusal Several(string product, string[] named) =>
        new(
            "HF4312",
            What: $"It is not known where the product '{product}' lies; nothing was changed.",
            Why: $"Its name is that of {string.Join(" and of ", named)}.",
            Next: $"Say which: --product-folder {named[0]} (more than one with commas between)."
        );
}
