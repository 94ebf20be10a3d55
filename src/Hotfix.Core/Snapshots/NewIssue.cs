using Hotfix.Core.Text;

namespace Hotfix.Core.Snapshots;

/// <summary>An issue to be opened, once.</summary>
/// <param name="Marker">Put in front of the body; one issue has it.</param>
/// <param name="Title">One line.</param>
/// <param name="Body">Markdown.</param>
/// <param name="Labels">Names; made when the repository lacks them. At least one, by which it is found again.</param>
/// <param name="Assignees">Logins; GitHub leaves out those who cannot be assigned.</param>
internal sealed record NewIssue(Marker Marker, string Title, string Body, IReadOnlyList<string> Labels, IReadOnlyList<string> Assignees);
