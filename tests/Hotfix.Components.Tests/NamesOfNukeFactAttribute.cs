using Hotfix.Testing;

namespace Hotfix.Components.Tests;

/// <summary>A test of a text in which NUKE's names stand: on its fork they are others.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NamesOfNukeFactAttribute : FactAttribute
{
    public NamesOfNukeFactAttribute()
    {
        if (BuiltFor.Engine == "fallout")
            Skip = "The names that were approved are NUKE's; Fallout has others.";
    }
}
