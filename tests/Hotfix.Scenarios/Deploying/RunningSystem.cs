using System.Net;
using System.Text;

namespace Hotfix.Scenarios.Deploying;

/// <summary>
/// The environments that a scenario deploys to: a folder that the deploy command writes into, and an address that answers what is written there.
/// </summary>
internal sealed class RunningSystem : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly string _folder;

    public RunningSystem(string folder)
    {
        _folder = Directory.CreateDirectory(folder).FullName;
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        Address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/";
        probe.Stop();
        _listener.Prefixes.Add(Address);
        _listener.Start();
        _ = ServeAsync();
    }

    public string Address { get; }

    /// <summary>Deploys: the environment answers the sha from then on.</summary>
    public string Command =>
        $"echo \"$HOTFIX_SHA $HOTFIX_TAG $HOTFIX_VERSION $HOTFIX_LANE\" >> '{_folder}/'$HOTFIX_ENVIRONMENT.log && printf %s $HOTFIX_SHA > '{_folder}/'$HOTFIX_ENVIRONMENT && echo deployed $HOTFIX_TAG";

    /// <summary>Where an environment says what it runs.</summary>
    public string HealthOf(string environment) => $"{Address}{environment}";

    /// <summary>What the command was told, once for each time that it ran.</summary>
    public string[] Told(string environment) =>
        File.Exists(Path.Combine(_folder, $"{environment}.log")) ? File.ReadAllLines(Path.Combine(_folder, $"{environment}.log")) : [];

    public void Say(string environment, string text) => File.WriteAllText(Path.Combine(_folder, environment), text);

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                HttpListenerContext context = await _listener.GetContextAsync();
                string file = Path.Combine(_folder, context.Request.Url!.AbsolutePath.Trim('/'));
                context.Response.StatusCode = File.Exists(file) ? 200 : 503;
                byte[] body = Encoding.UTF8.GetBytes(File.Exists(file) ? await File.ReadAllTextAsync(file) : "starting");
                await context.Response.OutputStream.WriteAsync(body);
                context.Response.Close();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return; // closed
            }
        }
    }
}
