namespace Hotfix.Core.Errors;

/// <summary>Takes a look again when the remote's refs moved between two of its reads: pushed, merged, tagged or deleted by others.</summary>
internal static class MovingRefs
{
    /// <summary>What git's reader throws when a ref that was listed is not there any more, or elsewhere.</summary>
    public const string Code = "HF2015";

    private const int Looks = 3;

    /// <summary>Looks; the look must begin with reading the refs. The third time the refs moved is thrown.</summary>
    public static async Task<T> LookAsync<T>(Func<Task<T>> look)
    {
        for (int looks = 1; ; looks++)
        {
            try
            {
                return await look();
            }
            catch (HotfixException e) when (e.Code == Code && looks < Looks)
            {
                // the next look begins with the refs as they are now
            }
        }
    }
}
