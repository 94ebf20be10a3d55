namespace Hotfix.Components.Running.Adopting;

/// <summary>What was asked of <c>Init</c>; <c>null</c> where nothing was said.</summary>
internal sealed record InitRequest
{
    /// <summary>The repository that gets the path.</summary>
    public string? Into { get; init; }

    /// <summary>Whether what differs is overwritten without asking.</summary>
    public bool Force { get; init; }

    /// <summary>Whether only what was written before is brought up to date.</summary>
    public bool Update { get; init; }

    /// <summary>Whether what was written is taken out again.</summary>
    public bool Remove { get; init; }

    /// <summary>Folder for a build project of its own.</summary>
    public string? BuildFolder { get; init; }

    /// <summary>Whether the environments are made at GitHub, too.</summary>
    public bool CreateEnvironments { get; init; }

    /// <summary>Folder or feed that serves the packages.</summary>
    public string? PackageSource { get; init; }

    /// <summary>Their version.</summary>
    public string? PackageVersion { get; init; }

    /// <summary>Where this build puts its own packages.</summary>
    public required string Packed { get; init; }
}
