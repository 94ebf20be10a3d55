namespace Hotfix.Drill.Against;

/// <summary>Where one server answered otherwise than the other, one line each.</summary>
internal static class Comparison
{
    /// <summary>Requests that both were asked: other statuses, and fields that the local server gives and the other does not, or of another kind.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<Exchange> here, IReadOnlyList<Exchange> there)
    {
        ILookup<string, Exchange> others = there.ToLookup(exchange => exchange.Request);
        ILookup<string, Exchange> ours = here.ToLookup(exchange => exchange.Request);
        IEnumerable<string> onlyHere = ours.Where(group => !others.Contains(group.Key)).Select(group => $"{group.Key}: asked here and not there");
        IEnumerable<string> onlyThere = others.Where(group => !ours.Contains(group.Key)).Select(group => $"{group.Key}: asked there and not here");
        return
        [
            .. ours.Where(group => others.Contains(group.Key)).SelectMany(group => Differences(group, others[group.Key])).Concat(onlyHere).Concat(onlyThere),
        ];
    }

    private static IEnumerable<string> Differences(IGrouping<string, Exchange> ours, IEnumerable<Exchange> others)
    {
        // How often it is asked depends on how long things take: the statuses that occur are compared, not their number.
        string[] here = Statuses(ours);
        string[] there = Statuses(others);
        if (!here.SequenceEqual(there))
            yield return $"{ours.Key}: {string.Join(", ", here)} here, {string.Join(", ", there)} there";

        foreach (int status in ours.Select(one => one.Status).Intersect(others.Select(one => one.Status)).Where(status => status < 300))
        {
            HashSet<string> given = [.. others.Where(one => one.Status == status).SelectMany(one => one.Fields)];
            foreach (
                string field in ours.Where(one => one.Status == status).SelectMany(one => one.Fields).Distinct().Except(given).Order(StringComparer.Ordinal)
            )
            {
                string name = field.Split(':')[0];
                string? kind = given.FirstOrDefault(other => other.StartsWith($"{name}:", StringComparison.Ordinal));
                if (kind is not null || given.Count > 0)
                    yield return $"{ours.Key} {status}: {field} here, {kind ?? $"no {name}"} there";
            }
        }
    }

    // Not modified is the answer that was there before.
    private static string[] Statuses(IEnumerable<Exchange> exchanges) =>
        [.. exchanges.Select(one => one.Status).Where(status => status != 304).Distinct().Order().Select(status => $"{status}")];
}
