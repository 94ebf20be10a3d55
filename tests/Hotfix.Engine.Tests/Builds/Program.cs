namespace Hotfix.Engine.Tests.Builds;

internal static class Program
{
    public static int Main() => SampleBuild.Start();
}
