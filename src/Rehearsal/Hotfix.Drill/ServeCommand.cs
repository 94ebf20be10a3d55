using System.Reflection;
using Hotfix.LocalGitHub;

namespace Hotfix.Drill;

/// <summary><c>serve</c>: the local GitHub's own program, with the arguments handed on as they are; it ends with Ctrl+C.</summary>
internal static class ServeCommand
{
    /// <summary>Gives that program's exit code.</summary>
    public static Task<int> RunAsync(string[] arguments)
    {
        MethodInfo main = typeof(LocalGitHubServer).Assembly.EntryPoint!;
        return Task.Run(() => (int)main.Invoke(null, [arguments])!);
    }
}
