using System.Net.Http.Headers;
using System.Reflection;
using System.Text;
using Hotfix.Core.Errors;
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
