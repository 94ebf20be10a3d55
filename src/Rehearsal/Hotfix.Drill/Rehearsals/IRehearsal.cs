using Hotfix.Drill.Testing;

namespace Hotfix.Drill.Rehearsals;

/// <summary>A repository to rehearse, and the people's part that depends on it.</summary>
internal interface IRehearsal
{
    /// <summary>Owner and name at the server, <c>acme/shop</c>.</summary>
    string FullName { get; }

    /// <summary>Where the fix goes.</summary>
    string BaseBranch { get; }

    /// <summary>What everybody's work goes into: the base branch, unless the team has another one for that.</summary>
    string DefaultBranch => Habits.DevelopmentBranch ?? BaseBranch;

    /// <summary>What the team calls things.</summary>
    TeamHabits Habits { get; }

    /// <summary>What the engineer types.</summary>
    string Description { get; }

    /// <summary>The tag that the release must get; <c>null</c> when only GitVersion can know.</summary>
    string? ExpectedTag { get; }

    /// <summary>The test that fails before the fix and passes after it; <c>null</c> when the fix is a harmless one.</summary>
    string? RegressionTest { get; }

    /// <summary>How long one build with tests may take.</summary>
    TimeSpan Patience { get; }

    /// <summary>Makes the repository in <paramref name="folder"/>, with the base branch and its release tags.</summary>
    Task PrepareAsync(string folder, CancellationToken cancellationToken);

    /// <summary>Commits the fix in the clone, whose hotfix branch is checked out; gives what the author saw before fixing, <c>null</c> for nothing.</summary>
    Task<TestRun?> FixAsync(string clone, CancellationToken cancellationToken);

    /// <summary>Builds and tests a checkout, as CI does.</summary>
    Task<TestRun> CheckAsync(string checkout, string name, CancellationToken cancellationToken);
}
