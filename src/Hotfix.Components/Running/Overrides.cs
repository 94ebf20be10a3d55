using System.Reflection;

namespace Hotfix.Components.Running;

/// <summary>Whether a team has written a method of a component itself.</summary>
internal static class Overrides
{
    /// <summary>Whether a class, or an interface that it implements, has that method of its own.</summary>
    /// <param name="build">The build class.</param>
    /// <param name="component">The interface that declares it.</param>
    /// <param name="method">Its name.</param>
    public static bool Has(Type build, Type component, string method)
    {
        InterfaceMapping map = build.GetInterfaceMap(component);
        int at = Array.FindIndex(map.InterfaceMethods, one => one.Name == method);
        return map.TargetMethods[at].DeclaringType != component;
    }
}
