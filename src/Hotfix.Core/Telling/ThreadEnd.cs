namespace Hotfix.Core.Telling;

/// <summary>How a hotfix came to its end.</summary>
internal enum ThreadEnd
{
    /// <summary>Nothing is left to do.</summary>
    Finished,

    /// <summary>Production went back to what it ran before.</summary>
    WentBack,

    /// <summary>It was given up.</summary>
    GivenUp,
}
