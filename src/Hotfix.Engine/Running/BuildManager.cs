using System.Linq.Expressions;
using System.Text;

namespace Nuke.Common.Execution;

/// <summary>The entry point behind <c>NukeBuild.Execute</c>.</summary>
internal static class BuildManager
{
    /// <summary>Process exit code 255 where the system keeps eight bits.</summary>
    public const int Failure = -1;

    public static int Execute<T>(LambdaExpression[] defaults)
        where T : NukeBuild, new()
    {
        if (Console.OutputEncoding.CodePage != Encoding.UTF8.CodePage)
            Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return Execute<T>(BuildSession.Current, defaults);
    }

    public static int Execute<T>(BuildSession session, LambdaExpression[] defaults)
        where T : NukeBuild, new()
    {
        BuildRun run;
        try
        {
            _ = session.RootDirectory;
            _ = session.Host;
            session.Console.UseColours();
            _ = session.Verbosity;
            Logging.Configure(session);
            run = new BuildRun(session, new T(), defaults);
        }
        catch (Exception exception)
        {
            session.Console.Error(exception.Unwrapped().Message);
            return Failure;
        }

        return run.Run();
    }
}
