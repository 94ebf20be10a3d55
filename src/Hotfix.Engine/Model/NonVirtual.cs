using System.Reflection;

namespace Nuke.Common.Execution;

/// <summary>Reads a property exactly as the given type implements it, past any override: how a target inherits what it replaces.</summary>
internal static class NonVirtual
{
    public static T Get<T>(PropertyInfo property, object instance)
    {
        // The C# language can call a base class so, but not the default of an interface; a delegate over the function pointer can.
        IntPtr getter = property.GetMethod!.MethodHandle.GetFunctionPointer();
        return ((Func<T>)Activator.CreateInstance(typeof(Func<T>), instance, getter)!)();
    }
}
