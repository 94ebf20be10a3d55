using Hotfix.Core.Errors;

namespace Hotfix.Core.Plans;

/// <summary>One thing that is waited for.</summary>
/// <param name="What">What has not happened yet, <c>check 'build' has not reported</c>.</param>
/// <param name="Who">Who or what clears it, <c>a review by ada</c>.</param>
/// <param name="IsPerson">Whether only a person can clear it; a machine's work is waited for without asking anybody.</param>
internal sealed record Wait(string What, string Who, bool IsPerson)
{
    /// <summary>Who or what clears it; a command is the one that this run was started with.</summary>
    public string Who { get; init; } = OwnCommand.In(Who);

    /// <summary>One line.</summary>
    public override string ToString() => $"{What}; cleared by {Who}";
}
