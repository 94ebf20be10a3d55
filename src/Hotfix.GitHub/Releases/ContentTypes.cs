namespace Hotfix.GitHub.Releases;

/// <summary>The media type of a release asset, by its extension.</summary>
internal static class ContentTypes
{
    public static string Of(string fileName) =>
        Path.GetExtension(fileName).ToLowerInvariant() switch
        {
            ".zip" or ".nupkg" or ".snupkg" or ".vsix" => "application/zip",
            ".gz" or ".tgz" => "application/gzip",
            ".json" or ".sbom" => "application/json",
            ".txt" or ".sha256" or ".asc" or ".log" => "text/plain",
            ".md" => "text/markdown",
            ".xml" => "application/xml",
            ".html" => "text/html",
            ".pdf" => "application/pdf",
            ".png" => "image/png",
            ".svg" => "image/svg+xml",
            _ => "application/octet-stream",
        };
}
