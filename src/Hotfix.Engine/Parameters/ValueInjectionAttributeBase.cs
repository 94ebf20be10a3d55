#nullable disable annotations // NUKE's API carries none; the same target must compile without warnings on both engines.
using System.Reflection;
using Nuke.Common.Execution;
using Serilog;

namespace Nuke.Common.ValueInjection;

/// <summary>An attribute that gives a member of the build its value.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public abstract class ValueInjectionAttributeBase : Attribute
{
    /// <summary>The build that the member belongs to.</summary>
    public INukeBuild Build { get; internal set; }

    /// <summary>A higher one is injected earlier.</summary>
    public virtual int Priority => 0;

    /// <summary>Determines the value; <c>null</c> leaves the member as it is.</summary>
    public abstract object GetValue(MemberInfo member, object instance);

    /// <summary>As <see cref="GetValue"/>, with a failure turned into a warning and <c>null</c>.</summary>
    public object TryGetValue(MemberInfo member, object instance)
    {
        try
        {
            return GetValue(member, instance);
        }
        catch (Exception exception) when (exception is not FatalParameterException)
        {
            if (!member.IsDefined(typeof(OptionalAttribute)))
                Log.Warning(exception, "Could not inject value for {Member}", $"{member.DeclaringType!.Name}.{TargetMembers.NameOf(member)}");
            return null;
        }
    }
}
