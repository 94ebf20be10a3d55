namespace Hotfix.Drill;

/// <summary>What a drill was asked to do.</summary>
/// <param name="BuildAssembly">Absolute path of the built <c>_build.dll</c>, whose targets are rehearsed.</param>
internal sealed record DrillOptions(string BuildAssembly)
{
    /// <summary>Absolute path of the repository to rehearse; <c>null</c> for the sample.</summary>
    public string? Here { get; init; }

    /// <summary>Whether the exceptional lane is rehearsed, with an unreleasable main.</summary>
    public bool IsExceptional { get; init; }

    /// <summary>Whether <c>--lane</c> names one.</summary>
    public bool IsLaneSaid { get; init; }

    /// <summary>The drills that this asks for, one after the other.</summary>
    public IReadOnlyList<DrillOptions> Each =>
        Scenario.HasBothLanes && !IsLaneSaid
            ?
            [
                this with
                {
                    IsLaneSaid = true,
                    Folder = Folder is null ? null : Path.Combine(Folder, "standard"),
                },
                this with
                {
                    IsLaneSaid = true,
                    IsExceptional = true,
                    Folder = Folder is null ? null : Path.Combine(Folder, "exceptional"),
                },
            ]
            : [this];

    /// <summary>Whether production is a release behind, on a line of its own.</summary>
    public bool IsOnASupportLine => IsExceptional || Scenario.FixIsOnMain;

    /// <summary>What goes wrong; nothing unless set.</summary>
    public Scenario Scenario { get; init; } = Scenarios.Plain;

    /// <summary>The empty repository <c>owner/name</c> of another server, to be compared with the local one; <c>null</c> for none.</summary>
    public string? Against { get; init; }

    /// <summary>Its name once more, typed by whoever agrees; <c>null</c> to be asked.</summary>
    public string? Confirm { get; init; }

    /// <summary>Whether the folder stays after a good end; after a bad one it always does.</summary>
    public bool Keeps { get; init; }

    /// <summary>Where everything goes; <c>null</c> for a new folder below the system's temporary one.</summary>
    public string? Folder { get; init; }

    /// <summary>Whether the output of the processes is left out.</summary>
    public bool IsQuiet { get; init; }
}
