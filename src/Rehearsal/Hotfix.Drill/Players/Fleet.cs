using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Hotfix.Drill.Players;

/// <summary>The machines that the shop runs on, one for each environment: each answers, on a loopback port, which version was rolled out to it.</summary>
internal sealed class Fleet : IAsyncDisposable
{
    private static readonly string[] Environments = [Pipeline.Staging, Pipeline.Production];
    private readonly WebApplication _application;
    private readonly string _folder;

    private Fleet(WebApplication application, string folder)
    {
        _application = application;
        _folder = folder;
    }

    private Uri Address => new(_application.Urls.First());

    public static async Task<Fleet> StartAsync(string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        WebApplication application = builder.Build();
        application.Run(context => AnswerAsync(context, folder));
        await application.StartAsync(cancellationToken);
        return new Fleet(application, folder);
    }

    /// <summary>Where an environment says what it runs.</summary>
    public string HealthOf(string environment) => new Uri(Address, environment).AbsoluteUri;

    /// <summary>The command that a team would write into its settings: this very program, which knows from the variables what to roll out where.</summary>
    public string Command(string dotnet, string program) => $"\"{dotnet}\" \"{program}\" rollout --fleet \"{_folder}\"";

    /// <summary>What the environment runs; empty when nothing was rolled out to it.</summary>
    public string Runs(string environment) => File.Exists(Machine(_folder, environment)) ? File.ReadAllText(Machine(_folder, environment)) : "";

    /// <summary>Puts a version on a machine: the new file takes the old one's place at once.</summary>
    public static void RollOut(string folder, string environment, string version, string sha)
    {
        string machine = Machine(folder, environment);
        File.WriteAllText(machine + ".new", new JsonObject { ["version"] = version, ["sha"] = sha }.ToJsonString());
        File.Move(machine + ".new", machine, overwrite: true);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static async Task AnswerAsync(HttpContext context, string folder)
    {
        string? environment = Environments.FirstOrDefault(name => context.Request.Path.Equals($"/{name}", StringComparison.Ordinal));
        string answer =
            environment is not null && File.Exists(Machine(folder, environment))
                ? await File.ReadAllTextAsync(Machine(folder, environment), context.RequestAborted)
                : "";
        context.Response.StatusCode = answer.Length > 0 ? 200 : 404;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer, context.RequestAborted);
    }

    private static string Machine(string folder, string environment) => Path.Combine(folder, environment + ".json");
}
