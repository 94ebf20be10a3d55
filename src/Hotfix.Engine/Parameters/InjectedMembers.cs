using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.Utilities;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Execution;

/// <summary>Gives the members of a build their values: those of classes at the start, those of components when they are first read.</summary>
internal static class InjectedMembers
{
    private static (Type? BuildType, IReadOnlyList<(MemberInfo Member, ValueInjectionAttributeBase Attribute)> Members) _found = (null, []);

    /// <summary>Members with an injection attribute, of the class and of its components, ordered by name. Searched once: a process runs one build.</summary>
    public static IReadOnlyList<(MemberInfo Member, ValueInjectionAttributeBase Attribute)> Of(Type buildType)
    {
        if (_found.BuildType != buildType)
            _found = (buildType, Find(buildType));
        return _found.Members;
    }

    /// <summary>Sets the members of the class and its bases; bases first.</summary>
    public static void Inject(NukeBuild build, Func<ValueInjectionAttributeBase, bool> filter)
    {
        IEnumerable<(MemberInfo Member, ValueInjectionAttributeBase Attribute)> members = Of(build.GetType())
            .Where(pair => !pair.Member.DeclaringType!.IsInterface && filter(pair.Attribute))
            .OrderBy(pair => Depth(pair.Member.DeclaringType!))
            .ThenByDescending(pair => pair.Attribute.Priority);
        foreach ((MemberInfo member, ValueInjectionAttributeBase attribute) in members)
        {
            if (IsComputed(member))
                continue;

            attribute.Build = build;
            object? value = attribute.TryGetValue(member, build);
            if (value is not null && !MemberAccess.TrySet(member, build, value))
                throw new BuildException($"Member '{member.Name}' has an injection attribute but can hold no value; make it a field or give it a setter.");
        }
    }

    /// <summary>The value of the member that the lambda names; found once, then remembered.</summary>
    public static T? Get<T>(LambdaExpression lambda, NukeBuild build)
    {
        MemberInfo member = ExpressionMember.Of(lambda);
        Dictionary<MemberInfo, object?> known = BuildSession.Current.Values;
        lock (known)
        {
            if (!known.TryGetValue(member, out object? value) || value is null)
            {
                ValueInjectionAttributeBase attribute = member.GetCustomAttribute<ValueInjectionAttributeBase>()
                    ?? throw new BuildException($"Member '{member.DeclaringType!.Name}.{member.Name}' has no [Parameter] or other injection attribute.");
                attribute.Build = build;
                known[member] = value = attribute.TryGetValue(member, ExpressionMember.InstanceOf(lambda) ?? build);
            }

            return (T?)value;
        }
    }

    private static (MemberInfo Member, ValueInjectionAttributeBase Attribute)[] Find(Type buildType)
    {
        IEnumerable<MemberInfo> ofClass = MemberAccess.OfClass(buildType);
        IEnumerable<MemberInfo> ofComponents = buildType.GetInterfaces().SelectMany(type => type.GetProperties());
        var members = new List<(MemberInfo Member, ValueInjectionAttributeBase Attribute)>();
        foreach (MemberInfo member in ofClass.Concat(ofComponents))
        {
            bool redeclared =
                member.DeclaringType!.IsInterface && members.Any(known => known.Member.Name == member.Name && !known.Member.DeclaringType!.IsInterface);
            if (!redeclared && member.GetCustomAttribute<ValueInjectionAttributeBase>() is { } attribute)
                members.Add((member, attribute));
        }

        return [.. members.OrderBy(pair => pair.Member.Name, StringComparer.Ordinal)];
    }

    /// <summary>
    /// A property like <c>InvokedTargets</c> only lends its name to a parameter; a component-style <c>=&gt; TryGetValue(...)</c> looks itself up.
    /// </summary>
    private static bool IsComputed(MemberInfo member) =>
        member is PropertyInfo { SetMethod: null } property
        && property.DeclaringType!.GetField($"<{property.Name}>k__BackingField", BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic) is null;

    private static int Depth(Type type) => type.BaseType is { } parent ? Depth(parent) + 1 : 0;
}
