using System.Reflection;
using System.Runtime.CompilerServices;

namespace Hotfix.Engine.Tests.Harness;

/// <summary>Writes the public and protected members of an assembly, one a line, in the form of the list of NUKE's members.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    public static IEnumerable<string> Of(Assembly assembly) =>
        assembly.GetTypes().Where(IsVisible).SelectMany(type => Members(type).Append(TypeLine(type)).Select(line => $"{Name(type)} :: {line}"));

    private static bool IsVisible(Type type) =>
        type.IsPublic || ((type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem) && IsVisible(type.DeclaringType!));

    private static string Name(Type type) => type.ToString();

    private static string TypeLine(Type type)
    {
        string kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsValueType: true } => "struct",
            { IsInterface: true } => "interface",
            _ when typeof(Delegate).IsAssignableFrom(type) => "delegate",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };
        IEnumerable<string> bases = type.GetInterfaces().Where(IsVisible).Select(Name).Order(StringComparer.Ordinal);
        return $"{kind} : {string.Join(", ", type.BaseType is null ? bases : bases.Prepend(Name(type.BaseType)))}";
    }

    private static IEnumerable<string> Members(Type type)
    {
        IEnumerable<string> constructors = type.GetConstructors(Declared & ~BindingFlags.Static)
            .Where(IsVisible)
            .Select(constructor => $".ctor({Parameters(constructor)})");
        IEnumerable<string> methods = type.GetMethods(Declared)
            .Where(method => IsVisible(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)))
            .Select(MethodLine);
        IEnumerable<string> properties = type.GetProperties(Declared)
            .Where(property => property.GetAccessors(nonPublic: true).Any(IsVisible))
            .Select(PropertyLine);
        IEnumerable<string> fields = type.GetFields(Declared)
            .Where(field => (field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly) && !field.IsSpecialName)
            .Select(FieldLine);
        return constructors.Concat(methods).Concat(properties).Concat(fields);
    }

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string MethodLine(MethodInfo method)
    {
        Type[] arguments = method.GetGenericArguments();
        string generic = arguments.Length == 0 ? string.Empty : $"[{string.Join(',', arguments.Select(Name))}]";
        return $"{(method.IsStatic ? "static " : string.Empty)}{Name(method.ReturnType)} {method.Name}{generic}({Parameters(method)}){string.Concat(arguments.Select(Constraint))}";
    }

    private static string Constraint(Type argument)
    {
        GenericParameterAttributes attributes = argument.GenericParameterAttributes;
        bool isStruct = attributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        List<string> constraints = [];
        if (attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
            constraints.Add("class");
        if (isStruct)
            constraints.Add("struct");
        constraints.AddRange(argument.GetGenericParameterConstraints().Where(type => type != typeof(ValueType)).Select(Name));
        if (!isStruct && attributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint))
            constraints.Add("new()");
        return constraints.Count == 0 ? string.Empty : $" where {argument.Name} : {string.Join(", ", constraints)}";
    }

    private static string Parameters(MethodBase method)
    {
        bool isExtension = method.IsDefined(typeof(ExtensionAttribute), inherit: false);
        return string.Join(
            ", ",
            method
                .GetParameters()
                .Select(
                    (parameter, index) =>
                        (isExtension && index == 0 ? "this " : string.Empty)
                        + (parameter.IsDefined(typeof(ParamArrayAttribute), inherit: false) ? "params " : string.Empty)
                        + (parameter.IsOut ? "out " : string.Empty)
                        + $"{Name(parameter.ParameterType)} {parameter.Name}{(parameter.IsOptional ? " = ?" : string.Empty)}"
                )
        );
    }

    private static string PropertyLine(PropertyInfo property)
    {
        bool isStatic = property.GetAccessors(nonPublic: true)[0].IsStatic;
        string getter = property.GetMethod is { } get && IsVisible(get) ? "get; " : string.Empty;
        string setter = property.SetMethod is { } set && IsVisible(set) ? "set; " : string.Empty;
        return $"{(isStatic ? "static " : string.Empty)}{property} {{ {getter}{setter}}}";
    }

    private static string FieldLine(FieldInfo field) =>
        (
            field.IsLiteral ? "const "
            : field.IsStatic ? "static "
            : string.Empty
        )
        + field
        + (field.DeclaringType!.IsEnum ? $" = {field.GetRawConstantValue()}" : string.Empty);
}
