namespace Hotfix.Core.Doctoring;

/// <summary>How much a finding matters.</summary>
internal enum FindingSeverity
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>A hotfix gets through, with less than it could have; or it could not be seen whether it does.</summary>
    Warn,

    /// <summary>A hotfix would be stopped by it.</summary>
    Stop,
}
