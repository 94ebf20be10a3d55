using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Hotfix.LocalGitHub.GitBackend;

/// <summary>Runs git's own <c>git http-backend</c> as CGI, so that the protocol is git's and not an imitation.</summary>
internal static class HttpBackend
{
    // As a web server names it: 'git http-backend' would be one process more for every request.
    private static readonly Lazy<Task<string>> FileName = new(async () =>
    {
        string folder = await GitProcess.RunAsync(Environment.CurrentDirectory, ["--exec-path"], CancellationToken.None);
        return Path.Combine(folder.Trim(), OperatingSystem.IsWindows() ? "git-http-backend.exe" : "git-http-backend");
    });

    /// <summary>Answers one smart HTTP request of the repository that <paramref name="request"/> names.</summary>
    public static async Task RunAsync(HttpContext context, CgiRequest request, CancellationToken stopping)
    {
        ProcessStartInfo start = GitProcess.Prepare(request.Repository, []);
        start.FileName = await FileName.Value;
        Describe(start.Environment, context.Request, request);
        using Process process = Process.Start(start)!;
        try
        {
            await Task.WhenAll(
                process.StandardError.ReadToEndAsync(stopping),
                FeedAsync(process, request),
                AnswerAsync(process.StandardOutput.BaseStream, context.Response, stopping)
            );
            await process.WaitForExitAsync(stopping);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static void Describe(IDictionary<string, string?> environment, HttpRequest http, CgiRequest request)
    {
        environment["GIT_PROJECT_ROOT"] = request.Repository;
        environment["PATH_INFO"] = request.PathInfo;
        environment["GIT_HTTP_EXPORT_ALL"] = "1";
        environment["REQUEST_METHOD"] = http.Method;
        environment["QUERY_STRING"] = http.QueryString.Value?.TrimStart('?') ?? "";
        environment["CONTENT_TYPE"] = http.ContentType ?? "";
        environment["REMOTE_USER"] = request.User;
        environment["REMOTE_ADDR"] = "127.0.0.1";
        environment["GIT_PROTOCOL"] = http.Headers["Git-Protocol"].ToString();
        environment["GIT_CONFIG_COUNT"] = "1";
        environment["GIT_CONFIG_KEY_0"] = "http.receivepack";
        environment["GIT_CONFIG_VALUE_0"] = "true";
        UpdateHook.Describe(environment, request.Refusals);
    }

    private static async Task FeedAsync(Process process, CgiRequest request)
    {
        try
        {
            Stream input = process.StandardInput.BaseStream;
            await input.WriteAsync(request.Prefix);
            await request.Body.CopyToAsync(input);
        }
        catch (IOException)
        {
            // The receiver stopped listening early (it refused), or the client went away: git sees the end of its input and gives up by itself.
        }
        finally
        {
            CloseQuietly(process.StandardInput);
        }
    }

    private static void CloseQuietly(StreamWriter input)
    {
        try
        {
            input.Close();
        }
        catch (IOException)
        {
            // Closing flushes, and nobody may be reading any more.
        }
    }

    private static async Task AnswerAsync(Stream output, HttpResponse response, CancellationToken cancellationToken)
    {
        while (await ReadLineAsync(output, cancellationToken) is { Length: > 0 } line)
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            string value = line[(colon + 1)..].Trim();
            if (line.StartsWith("Status:", StringComparison.OrdinalIgnoreCase))
                response.StatusCode = int.Parse(value.Split(' ')[0], CultureInfo.InvariantCulture);
            else
                response.Headers[line[..colon]] = value;
        }

        await output.CopyToAsync(response.Body, cancellationToken);
    }

    private static async Task<string> ReadLineAsync(Stream stream, CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        byte[] one = new byte[1];
        while (await stream.ReadAsync(one, cancellationToken) == 1 && one[0] != '\n')
            line.Append((char)one[0]);

        return line.ToString().TrimEnd('\r');
    }
}
