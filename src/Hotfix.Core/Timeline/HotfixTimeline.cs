namespace Hotfix.Core.Timeline;

/// <summary>The moments of one hotfix, and where the time between them went.</summary>
/// <remarks>
/// The slices follow one another without a gap from the first moment to the end, so that their durations add up to the whole. Moments in an
/// unexpected order (a commit that was amended, a clock that is wrong) never make one negative: at any time, what has been reached furthest counts.
/// </remarks>
internal sealed class HotfixTimeline
{
    private readonly IReadOnlyList<Period> _checks;

    private HotfixTimeline(IReadOnlyList<Moment> moments, IReadOnlyList<Period> checks, DateTimeOffset? now)
    {
        _checks = checks;
        Moments = moments;
        Restored = FindRestored();
        Start = moments.Count > 0 ? moments[0] : null;
        End = Start is null ? null : Restored?.At ?? Whole(now) ?? Last() ?? Start.At;
        Slices = Start is null ? [] : [.. Cut()];
    }

    /// <summary>By time; at the same time, in the usual order.</summary>
    public IReadOnlyList<Moment> Moments { get; }

    /// <summary>The first moment; <c>null</c> when none is known.</summary>
    public Moment? Start { get; }

    /// <summary>When production was well again: seen to run the fix, or else deployed; <c>null</c> while neither is known.</summary>
    public Moment? Restored { get; }

    /// <summary>
    /// Until when time is counted: <see cref="Restored"/>, or else now, or else the last moment before the forward-port; <c>null</c> without a moment.
    /// </summary>
    public DateTimeOffset? End { get; }

    /// <summary>Where the time went, from <see cref="Start"/> to <see cref="End"/>; neighbours differ.</summary>
    public IReadOnlyList<TimeSlice> Slices { get; }

    /// <summary>From the first moment to the end; zero when there is nothing in between.</summary>
    public TimeSpan Total => new(Slices.Sum(slice => slice.Duration.Ticks));

    /// <summary>How long one thing took in all; the six of them add up to <see cref="Total"/>.</summary>
    public TimeSpan Of(Occupation occupation) => new(Slices.Where(slice => slice.Occupation == occupation).Sum(slice => slice.Duration.Ticks));

    /// <summary>The first moment of a kind; <c>null</c> when it did not happen, or is not known.</summary>
    public Moment? First(MomentKind kind) => Moments.FirstOrDefault(moment => moment.Kind == kind);

    /// <summary>From the first moment of one kind to that of another; <c>null</c> when one is missing or they are the other way round.</summary>
    public TimeSpan? Between(MomentKind from, MomentKind to) =>
        First(from) is { } begin && First(to) is { } end && end.At >= begin.At ? end.At - begin.At : null;

    /// <summary>The timeline of these moments.</summary>
    /// <param name="moments">In any order.</param>
    /// <param name="checks">When checks of the pull request ran; they may overlap.</param>
    /// <param name="now">Until when to count while production is not well yet; <c>null</c>: until the last moment.</param>
    public static HotfixTimeline Of(IEnumerable<Moment> moments, IEnumerable<Period> checks, DateTimeOffset? now) =>
        new(
            [.. moments.Distinct().OrderBy(moment => moment.At).ThenBy(moment => moment.Kind)],
            [.. checks.Select(check => new Period(Whole(check.From)!.Value, Whole(check.To)!.Value)).Where(check => check.From < check.To)],
            now
        );

    private Moment? FindRestored()
    {
        Moment? production = First(MomentKind.Production);
        return Moments.FirstOrDefault(moment => moment.Kind == MomentKind.Verification && (production is null || moment.At >= production.At)) ?? production;
    }

    private DateTimeOffset? Last() => Moments.LastOrDefault(moment => moment.Kind != MomentKind.ForwardPort)?.At;

    private IEnumerable<TimeSlice> Cut()
    {
        DateTimeOffset[] cuts =
        [
            .. Moments
                .Select(moment => moment.At)
                .Concat(_checks.SelectMany(check => new[] { check.From, check.To }))
                .Append(End!.Value)
                .Where(at => at >= Start!.At && at <= End)
                .Distinct()
                .Order(),
        ];
        TimeSlice? open = null;
        foreach ((DateTimeOffset from, DateTimeOffset to) in cuts.Zip(cuts.Skip(1)))
        {
            Occupation occupation = At(from);
            if (open is not null && open.Occupation != occupation)
            {
                yield return open;
                open = null;
            }

            open = open is null ? new TimeSlice(occupation, from, to) : open with { To = to };
        }

        if (open is not null)
            yield return open;
    }

    private Occupation At(DateTimeOffset time)
    {
        MomentKind? furthest = Moments.Where(moment => moment.At <= time).Max(moment => Milestone(moment.Kind));
        return furthest switch
        {
            >= MomentKind.Release => Occupation.Deployment,
            MomentKind.Merge => Occupation.Release,
            MomentKind.PullRequest => WhileOpen(time),
            _ => Occupation.Author,
        };
    }

    // A check and a review at the same time count as the check: until it ended, no approval could have merged anything.
    private Occupation WhileOpen(DateTimeOffset time) =>
        _checks.Any(check => check.From <= time && time < check.To) ? Occupation.Checks
        : AwaitsApproval(time) ? Occupation.Review
        : Occupation.Queue;

    private bool AwaitsApproval(DateTimeOffset time)
    {
        bool wasApproved = Moments.Any(moment => moment.Kind == MomentKind.Approval);
        return wasApproved
            ? Moments.Any(moment =>
                moment.Kind == MomentKind.Approval && moment.At > time && (First(MomentKind.Merge) is not { } merge || moment.At <= merge.At)
            )
            : First(MomentKind.Merge) is null;
    }

    // Reviews, staging and the forward-port happen beside the way to production; staging before the release or after it, as the team likes.
    private static MomentKind? Milestone(MomentKind kind) =>
        kind is MomentKind.FirstReview or MomentKind.Approval or MomentKind.Staging or MomentKind.ForwardPort ? null : kind;

    private static DateTimeOffset? Whole(DateTimeOffset? time) => time?.AddTicks(-(time.Value.Ticks % TimeSpan.TicksPerSecond));
}
