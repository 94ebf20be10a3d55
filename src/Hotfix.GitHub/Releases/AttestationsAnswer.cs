namespace Hotfix.GitHub.Releases;

/// <summary>What was attested of one file; only how many is read here, <c>gh attestation verify</c> proves them.</summary>
internal sealed record AttestationsAnswer(IReadOnlyList<AttestationsAnswer.OneAnswer> Attestations)
{
    internal sealed record OneAnswer
    {
        public long? RepositoryId { get; init; }
    }
}
