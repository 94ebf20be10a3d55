namespace Hotfix.Core.Lanes;

/// <summary>One look at a fix and the branch that it has to be carried to.</summary>
/// <param name="Facts">By which the debt is decided.</param>
/// <param name="Preview">What carrying it over now would give: a merge is copied as one change on its mainline.</param>
public sealed record ForwardPortLooked(ForwardPortFacts Facts, PickPreview Preview);
