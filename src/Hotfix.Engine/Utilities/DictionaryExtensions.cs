#nullable disable annotations // NUKE's API carries none; the same target must compile without warnings on both engines.
using System.Globalization;

namespace Nuke.Common.Utilities.Collections;

/// <summary>Dictionaries in chains of calls: <c>ReportSummary(_ =&gt; _.AddPair("PR", 17))</c>.</summary>
public static class DictionaryExtensions
{
    /// <summary>Adds the value's text; returns the dictionary.</summary>
    public static Dictionary<TKey, string> AddPair<TKey, TValue>(this Dictionary<TKey, string> dictionary, TKey key, TValue value = default)
    {
        dictionary.Add(key, Convert.ToString(value, CultureInfo.InvariantCulture));
        return dictionary;
    }

    /// <summary>Adds a pair; returns the dictionary.</summary>
    public static Dictionary<TKey, TValue> AddPair<TKey, TValue>(this Dictionary<TKey, TValue> dictionary, TKey key, TValue value = default)
    {
        dictionary.Add(key, value);
        return dictionary;
    }

    /// <summary>Adds a pair unless the value is <c>null</c>; returns the dictionary.</summary>
    public static Dictionary<TKey, TValue> AddPairWhenValueNotNull<TKey, TValue>(this Dictionary<TKey, TValue> dictionary, TKey key, TValue value)
        where TValue : class => value is null ? dictionary : dictionary.AddPair<TKey, TValue>(key, value);
}
