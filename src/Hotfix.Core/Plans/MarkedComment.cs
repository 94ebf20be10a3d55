using Hotfix.Core.Text;

namespace Hotfix.Core.Plans;

/// <summary>A comment that is written once, and changed in place.</summary>
/// <param name="Marker">By which it is found again.</param>
/// <param name="Summary">One line for people who read the plan.</param>
/// <param name="Body">Markdown.</param>
internal sealed record MarkedComment(Marker Marker, string Summary, string Body);
