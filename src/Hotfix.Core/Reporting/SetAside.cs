namespace Hotfix.Core.Reporting;

/// <summary>A rule that was set aside for one hotfix.</summary>
/// <param name="What">Which rule.</param>
/// <param name="Reason">People's reason; of any content.</param>
internal sealed record SetAside(string What, string Reason);
