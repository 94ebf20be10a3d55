using Hotfix.Core.Snapshots;
using Hotfix.Core.Text;

namespace Hotfix.Core.Execution;

/// <summary>Issues of one repository, found again by their marker.</summary>
public interface IIssues
{
    /// <summary>Issues with this label, newest first. REST: <c>GET …/issues?labels=</c>; pull requests are left out.</summary>
    /// <param name="label">Its name.</param>
    /// <param name="includeClosed">Whether closed ones count, too.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<IReadOnlyList<Issue>> ListAsync(string label, bool includeClosed, CancellationToken cancellationToken);

    /// <summary>REST: <c>GET …/issues/{number}</c>; <c>null</c> when there is none, or it is a pull request.</summary>
    Task<Issue?> FindAsync(int number, CancellationToken cancellationToken);

    /// <summary>The newest issue with this label and marker, open or not; <c>null</c> when there is none.</summary>
    Task<Issue?> FindAsync(Marker marker, string label, CancellationToken cancellationToken);

    /// <summary>Opens it, or returns the open one with the same marker. REST: <c>POST …/issues</c>.</summary>
    Task<Issue> CreateAsync(NewIssue issue, CancellationToken cancellationToken);

    /// <summary>Changes it; does nothing when it is so already. REST: <c>PATCH …/issues/{number}</c>.</summary>
    Task<Issue> UpdateAsync(int number, IssueChange change, CancellationToken cancellationToken);
}
