#nullable disable annotations // NUKE's API carries none; the same target must compile without warnings on both engines.
using System.Reflection;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Tools.GitVersion;

/// <summary>Gives a member what GitVersion says of the root directory's commit; it reads the whole history, so ask for it only where it is needed.</summary>
/// <remarks>The program is <c>GITVERSION_EXE</c>, else that of a restored package GitVersion.Tool or GitVersion.MsBuild, else <c>dotnet-gitversion</c> on
/// <c>PATH</c>.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public class GitVersionAttribute : ValueInjectionAttributeBase
{
    /// <summary>Never asks the remote for what the clone lacks.</summary>
    public bool NoFetch { get; set; }

    /// <summary>Believes nothing that it remembered.</summary>
    public bool NoCache { get; set; }

    /// <inheritdoc/>
    public override object GetValue(MemberInfo member, object instance)
    {
        List<string> arguments = ["/output", "json"];
        if (NoFetch)
            arguments.Add("/nofetch");
        if (NoCache)
            arguments.Add("/nocache");
        return GitVersionProgram.Run(NukeBuild.RootDirectory, arguments);
    }
}
