using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Hotfix.Conventions;

/// <summary>Writes what an assembly shows to others, one line for each member, in an order that does not depend on the compiler.</summary>
internal static class PublicApiText
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly string[] RecordMembers =
        ["Equals", "GetHashCode", "ToString", "PrintMembers", "Deconstruct", "<Clone>$", "op_Equality", "op_Inequality", "EqualityContract"];

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (Type type in assembly.GetExportedTypes().OrderBy(Name, StringComparer.Ordinal))
        {
            text.Append(Header(type)).Append('\n');
            foreach (string member in Members(type).Order(StringComparer.Ordinal))
            {
                text.Append("    ").Append(member).Append('\n');
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static string Header(Type type)
    {
        string kind = type switch
        {
            { IsInterface: true } => "interface",
            { IsEnum: true } => "enum",
            { IsValueType: true } => IsRecord(type) ? "record struct" : "struct",
            { IsAbstract: true, IsSealed: true } => "static class",
            _ => (type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "") + (IsRecord(type) ? "record" : "class"),
        };
        IEnumerable<Type> bases = type.IsEnum ? [] : type.GetInterfaces().Where(one => !one.Name.StartsWith("IEquatable", StringComparison.Ordinal));
        string[] names = [.. (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(Enum) ? new[] { parent } : []).Concat(bases).Select(Name).Order(StringComparer.Ordinal)];
        return $"{kind} {Name(type)}{(names.Length > 0 ? " : " + string.Join(", ", names) : "")}";
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name), null)}");
        }

        bool isRecord = IsRecord(type);
        return type.GetMembers(Declared)
            .Where(member => !(isRecord && RecordMembers.Contains(member.Name)))
            .Select(member => member switch
            {
                ConstructorInfo constructor when IsVisible(constructor) && !IsCopy(constructor) => $"new({Parameters(constructor)})",
                MethodInfo method when IsVisible(method) && !IsAccessor(method) =>
                    $"{Static(method)}{Show(new NullabilityInfoContext().Create(method.ReturnParameter))} {method.Name}{Generics(method)}({Parameters(method)})",
                PropertyInfo property when property.GetMethod is { } getter && IsVisible(getter) =>
                    $"{Static(getter)}{Show(new NullabilityInfoContext().Create(property))} {property.Name} {{ {Accessors(property)} }}",
                FieldInfo { IsPublic: true } field => $"{(field.IsLiteral ? "const " : "static ")}{Name(field.FieldType)} {field.Name}{(field.IsLiteral ? $" = {field.GetRawConstantValue()}" : "")}",
                _ => "",
            })
            .Where(line => line.Length > 0);
    }

    private static bool IsRecord(Type type) => type.GetMethods(Declared).Any(method => method.Name is "<Clone>$" or "PrintMembers");

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily;

    private static bool IsCopy(ConstructorInfo constructor) =>
        constructor.GetParameters() is [var only] && only.ParameterType == constructor.DeclaringType;

    private static bool IsAccessor(MethodInfo method) => method.IsSpecialName && (method.Name.StartsWith("get_", StringComparison.Ordinal) || method.Name.StartsWith("set_", StringComparison.Ordinal));

    private static string Static(MethodInfo method) => method.IsStatic ? "static " : "";

    private static string Generics(MethodInfo method) => method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";

    private static string Accessors(PropertyInfo property)
    {
        bool isRequired = property.IsDefined(typeof(RequiredMemberAttribute));
        string set = property.SetMethod is not { } setter || !IsVisible(setter) ? ""
            : setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? " init;" : " set;";
        return (isRequired ? "required " : "") + "get;" + set;
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        $"{(parameter.IsOut ? "out " : "")}{Show(new NullabilityInfoContext().Create(parameter))} {parameter.Name}{(parameter.HasDefaultValue ? $" = {parameter.DefaultValue ?? "null"}" : "")}"));

    private static string Show(NullabilityInfo info)
    {
        Type type = info.Type.IsByRef ? info.Type.GetElementType()! : info.Type;
        bool isNullable = info.ReadState == NullabilityState.Nullable && !type.IsValueType;
        return Name(type) + (isNullable ? "?" : "");
    }

    private static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Name(underlying) + "?";
        }

        if (type.IsArray)
        {
            return Name(type.GetElementType()!) + "[]";
        }

        string name = type.IsGenericParameter ? type.Name
            : type.IsNested ? $"{Name(type.DeclaringType!)}.{type.Name}"
            : type.Namespace?.StartsWith("Hotfix", StringComparison.Ordinal) == true ? $"{type.Namespace}.{type.Name}" : type.Name;
        int tick = name.IndexOf('`', StringComparison.Ordinal);
        return tick < 0 ? name : $"{name[..tick]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
    }
}
