namespace Hotfix.Core.Snapshots;

/// <summary>A commit that was made and signed elsewhere, from which the very object can be written here.</summary>
/// <param name="Sha">40 lower-case hex digits.</param>
/// <param name="Payload">What was signed: the object without its signature.</param>
/// <param name="Signature">With its begin and end lines.</param>
internal sealed record MadeCommit(string Sha, string Payload, string Signature);
