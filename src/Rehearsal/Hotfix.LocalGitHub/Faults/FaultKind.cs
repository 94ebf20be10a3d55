namespace Hotfix.LocalGitHub.Faults;

/// <summary>What goes wrong.</summary>
public enum FaultKind
{
    /// <summary>Answers <see cref="Fault.Status"/> (500, 502, 503, …), with <c>Retry-After</c> if one is given; nothing takes effect.</summary>
    Status,

    /// <summary>Resets the connection before anything takes effect.</summary>
    ResetBefore,

    /// <summary>Resets the connection after the request took effect: the answer is lost.</summary>
    ResetAfter,

    /// <summary>The request takes effect; half of the answer arrives.</summary>
    TruncatedBody,

    /// <summary>403 with no requests remaining until <see cref="Fault.RetryAfter"/> from now.</summary>
    PrimaryRateLimit,

    /// <summary>403 with <c>Retry-After</c>, as for too many writes at once.</summary>
    SecondaryRateLimit,

    /// <summary>429 with <c>Retry-After</c>.</summary>
    TooManyRequests,

    /// <summary>Answers properly, <see cref="Fault.Delay"/> late.</summary>
    Slow,

    /// <summary>A GET answers what it answered last time.</summary>
    StaleRead,

    /// <summary>The caller's token is worth nothing from this request on, until it is renewed.</summary>
    TokenExpired,

    /// <summary>A report of a check is answered 201 and forgotten: the check never shows.</summary>
    CheckLost,
}
