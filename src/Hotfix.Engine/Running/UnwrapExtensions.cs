using System.Reflection;

namespace Nuke.Common.Execution;

internal static class UnwrapExtensions
{
    /// <summary>The exception that code threw, without the wrappers of reflection, static constructors and tasks.</summary>
    public static Exception Unwrapped(this Exception exception) =>
        exception switch
        {
            TargetInvocationException { InnerException: { } inner } => inner.Unwrapped(),
            TypeInitializationException { InnerException: { } inner } => inner.Unwrapped(),
            AggregateException { InnerExceptions.Count: 1 } aggregate => aggregate.InnerExceptions[0].Unwrapped(),
            _ => exception,
        };
}
