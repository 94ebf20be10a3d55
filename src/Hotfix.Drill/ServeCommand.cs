namespace Hotfix.Drill;

internal static class ServeCommand
{
    public static Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken) => Task.FromResult(1);
}
