using Hotfix.Testing;
using PublicApiGenerator;

namespace Hotfix.Components.Tests;

/// <summary>What the package that people reference shows, recorded as text: a change shows up as a difference to review.</summary>
public sealed class PublicApi
{
    [NamesOfNukeFact]
    public void IsWhatWasApproved() =>
        Golden.Verify(typeof(IHazHotfix).Assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false }), "Hotfix.Components");
}
