namespace Nuke.Common.Utilities.Collections;

/// <summary>Sequences in chains of calls.</summary>
public static class EnumerableExtensions
{
    /// <summary>Calls the action for each item, now.</summary>
    public static void ForEach<T>(this IEnumerable<T> enumerable, Action<T> action)
    {
        foreach (T item in enumerable)
            action(item);
    }

    /// <summary>The items that are not <c>null</c>.</summary>
    public static IEnumerable<T> WhereNotNull<T>(this IEnumerable<T?> enumerable)
        where T : class => enumerable.OfType<T>();
}
