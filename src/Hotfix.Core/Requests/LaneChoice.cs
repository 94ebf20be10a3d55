namespace Hotfix.Core.Requests;

/// <summary>What <c>--lane</c> asks for.</summary>
internal enum LaneChoice
{
    /// <summary>The standard lane if the advice is so; refused otherwise: nobody slides into the exceptional lane.</summary>
    Auto,

    /// <summary>The standard lane, whatever the advice.</summary>
    Standard,

    /// <summary>The exceptional lane, whatever the advice.</summary>
    Exceptional,
}
