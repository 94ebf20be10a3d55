namespace Hotfix.Pipeline.Telling;

/// <summary>What a webhook made of an announcement.</summary>
/// <param name="Failure">Why it is not known to have arrived; <c>null</c> when it was accepted.</param>
internal sealed record WebhookAnswer(string? Failure)
{
    /// <summary>Whether nothing came back in time.</summary>
    public bool Hangs { get; init; }

    /// <summary>Whether another try may succeed and cannot tell it twice.</summary>
    public bool MayBeRepeated { get; init; }
}
