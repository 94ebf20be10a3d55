using Hotfix.GitHub.GraphQL;

namespace Hotfix.GitHub.Checks;

/// <summary>The answer to <see cref="GraphDocuments.Hurdles"/>.</summary>
internal sealed record HurdlesData(HurdlesData.HurdlesOfRepository? Repository)
{
    internal sealed record HurdlesOfRepository
    {
        /// <summary><c>null</c> where GitHub does not have the commit, or does not tell.</summary>
        public HurdlesOfCommit? Object { get; init; }

        public HurdlesCount? Locks { get; init; }

        public HurdlesCount? Debts { get; init; }
    }

    internal sealed record HurdlesOfCommit
    {
        /// <summary><c>null</c> where nothing has reported.</summary>
        public HurdlesStatus? Status { get; init; }
    }

    internal sealed record HurdlesStatus(string State);

    internal sealed record HurdlesCount(int TotalCount);
}
