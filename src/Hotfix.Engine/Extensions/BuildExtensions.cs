using System.Reflection;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>The extensions of one build: the attributes of the class and its bases, the engine's own, and the build's overridable methods last.</summary>
internal sealed class BuildExtensions
{
    private readonly IBuildExtension[] _extensions;

    public BuildExtensions(NukeBuild build)
    {
        Type type = build.GetType();
        BuildExtensionAttributeBase[] attributes = [.. type.GetCustomAttributes<BuildExtensionAttributeBase>(inherit: true)];
        foreach (BuildExtensionAttributeBase attribute in attributes)
            attribute.Build = build;

        IBuildExtension[] own =
        [
            new LoadParameterFiles(),
            new InjectParameters(build),
            new WriteSchema(build),
            new ShowPlan(build),
            new ShowHelp(build),
            new InjectOtherValues(build),
        ];
        _extensions = [.. attributes.Concat(own).OrderByDescending(extension => extension.Priority), new CallBuildMethods(build)];
    }

    public void Call<T>(Action<T> action)
        where T : IBuildExtension
    {
        foreach (T extension in _extensions.OfType<T>())
        {
            Log.Verbose("{Extension} ({Priority})", extension.GetType().Name, extension.Priority);
            action(extension);
        }
    }
}
