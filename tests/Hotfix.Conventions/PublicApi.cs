using System.Reflection;
using Hotfix.Core.Errors;
using Hotfix.Testing;

namespace Hotfix.Conventions;

/// <summary>The public surface of each library, recorded as text: a change shows up as a difference to review.</summary>
public sealed class PublicApi
{
    // One line for each recorded library; the name is that of its *.approved.txt.
    public static TheoryData<string> Libraries() =>
    [
        typeof(HotfixException).Assembly.GetName().Name!,
    ];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void IsWhatWasApproved(string library)
    {
        string text = PublicApiText.Of(Assembly.Load(library));

        Golden.Verify(text, library);
    }
}
