using System.Reflection;

namespace Hotfix.Components.Guards;

/// <summary>Every parameter that a build takes, found by its attributes: those of the class and its bases, NUKE's own, those of its components.</summary>
internal static class ParameterCatalog
{
    private const BindingFlags Declared =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Switches that NUKE reads without declaring a parameter for them.</summary>
    private static readonly string[] Undeclared = ["Strict", "Partition", "ShellCompletion", "GenerateConfiguration", "ParamsKey"];

    /// <summary>
    /// NUKE's own parameter of <c>[Solution]</c> and of <c>IHazSolution</c>. It is read and declared nowhere: of two members with one name, that of the build
    /// and one of ours, NUKE fills neither from its parameters file.
    /// </summary>
    public static KnownParameter Solution { get; } = new("Solution", typeof(string));

    public static IReadOnlyList<KnownParameter> Of(Type build)
    {
        IEnumerable<MemberInfo> members = Levels(build)
            .Concat(build.GetInterfaces())
            .SelectMany(type => type.GetMembers(Declared).Where(member => member is PropertyInfo or FieldInfo));
        return
        [
            .. members
                .Select(Describe)
                .OfType<KnownParameter>()
                .Append(Solution)
                .Concat(Undeclared.Select(name => new KnownParameter(name, typeof(string[]))))
                .DistinctBy(parameter => Spelling.Bare(parameter.Name)),
        ];
    }

    private static IEnumerable<Type> Levels(Type build)
    {
        for (Type? level = build; level is not null && level != typeof(object); level = level.BaseType)
            yield return level;
    }

    private static KnownParameter? Describe(MemberInfo member)
    {
        // IsDefined first: it makes no attribute object, and most members have none.
        if (!member.IsDefined(typeof(ParameterAttribute)) || member.GetCustomAttribute<ParameterAttribute>() is not { } attribute)
            return null;

        string name = member.DeclaringType!.GetCustomAttribute<ParameterPrefixAttribute>()?.Prefix + (attribute.Name ?? ShortName(member));
        return new KnownParameter(name, TypeOf(member), attribute.Separator, member.IsDefined(typeof(SecretAttribute)), member);
    }

    // An explicit implementation is called Namespace.IType.Member.
    private static string ShortName(MemberInfo member) => member.Name[(member.Name.LastIndexOf('.') + 1)..];

    // Lists of targets are typed as what they become; what is given are names.
    private static Type TypeOf(MemberInfo member)
    {
        Type type = member is PropertyInfo property ? property.PropertyType : ((FieldInfo)member).FieldType;
        bool isTargetList = type.IsInterface && type.IsGenericType;
        return isTargetList || type == typeof(Host)
            ? isTargetList
                ? typeof(string[])
                : typeof(string)
            : type;
    }
}
