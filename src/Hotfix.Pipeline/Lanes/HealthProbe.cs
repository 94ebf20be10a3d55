using System.Net.Http.Headers;
using System.Reflection;
using System.Text;
using Hotfix.Core.Errors;
using Hotfix.Core.Requests;
using Hotfix.Core.Text;

namespace Hotfix.Pipeline.Lanes;

/// <summary>Asks a running system which version it is.</summary>
internal sealed class HealthProbe : IDisposable
{
    private const int MostBytes = 64 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly HttpClient _client = new(new SocketsHttpHandler { MaxAutomaticRedirections = 5, ConnectTimeout = Patience }) { Timeout = Patience };

    public HealthProbe()
    {
        _client.DefaultRequestHeaders.UserAgent.Add(
            new ProductInfoHeaderValue(
                "hotfix",
                typeof(HealthProbe).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
            )
        );
        _client.DefaultRequestHeaders.CacheControl = new CacheControlHeaderValue { NoCache = true };
    }

    /// <summary>
    /// What production's address answers just now, with the address as it is shown; <c>null</c> where none counts. One that does not answer, as while
    /// something is rolled out, says nothing that is understood.
    /// </summary>
    public static async Task<(string Address, string Answer)?> WordAsync(ProductionSettings settings, CancellationToken cancellationToken)
    {
        if (settings.HealthUrl is not { } address || !settings.Asks(ProductionSource.Health))
            return null;

        using var probe = new HealthProbe();
        try
        {
            return (ShownAddress.Of(address), await probe.AskAsync(address, cancellationToken));
        }
        catch (HotfixException)
        {
            return (ShownAddress.Of(address), "nothing");
        }
    }

    /// <summary>The answer's text, its first 64 KiB; never longer than 10 seconds.</summary>
    /// <exception cref="HotfixException">HF3110 when it does not answer, or answers anything but success.</exception>
    public async Task<string> AskAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            using HttpResponseMessage answer = await _client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!answer.IsSuccessStatusCode)
                throw NoAnswer(address, $"It answered {(int)answer.StatusCode} {answer.ReasonPhrase}.");

            byte[] buffer = new byte[MostBytes];
            await using Stream body = await answer.Content.ReadAsStreamAsync(cancellationToken);
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(Patience);
            int read = await body.ReadAtLeastAsync(buffer, MostBytes, throwOnEndOfStream: false, patience.Token);
            return Encoding.UTF8.GetString(buffer, 0, read);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw NoAnswer(address, e is OperationCanceledException ? $"It did not answer within {Patience.TotalSeconds:0} s." : e.Message);
        }
    }

    public void Dispose() => _client.Dispose();

    private static HotfixException NoAnswer(Uri address, string why) =>
        new(
            "HF3110",
            what: $"{ShownAddress.Of(address)} does not say what runs there; nothing was changed.",
            why: why,
            next: "Open the address from this machine; correct it, or let the system answer there."
        );
}
