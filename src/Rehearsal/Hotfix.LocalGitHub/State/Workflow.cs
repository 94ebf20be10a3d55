namespace Hotfix.LocalGitHub.State;

/// <summary>A workflow file, once it was seen on the default branch.</summary>
internal sealed record Workflow(long Id, string Path, DateTimeOffset At)
{
    public string FileName => Path.Split('/')[^1];

    /// <summary>Somebody switched it off.</summary>
    public bool Disabled { get; set; }
}
