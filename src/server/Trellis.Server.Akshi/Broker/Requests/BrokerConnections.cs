using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Trellis.Server.Akshi.Logs;
using Trellis.Server.Kernel.Outbound;

namespace Trellis.Server.Akshi.Broker.Requests;

/// <summary>
/// The connections of the broker. The address that a name led to is checked when the connection is made; addresses inside the network are
/// reached where the configuration names them as such. Redirects are handed to the agent, which may follow them with a request of its own:
/// so no secret follows one. Safe for concurrent use.
/// </summary>
internal sealed class BrokerConnections(SecretMask mask, TimeProvider time) : IDisposable
{
    private const int LongestAnswer = 4 << 20;

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, HttpClient> _listed = new(StringComparer.Ordinal);
    private readonly HttpClient _public = Connect(new OutboundPolicy());

    /// <summary>Sends a request and reads the whole answer.</summary>
    /// <exception cref="HttpRequestException">The guard refused the address: its cause is <see cref="OutboundRefusedException"/>.</exception>
    /// <exception cref="BrokerFailedException">No answer came, or too long a one.</exception>
    public async ValueTask<BrokerReply> SendAsync(
        BrokerRequest request, BrokerEndpoint endpoint, string? secret, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(endpoint.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var message = Message(request, endpoint, secret);
        try
        {
            using var response = await ClientFor(endpoint).SendAsync(message, HttpCompletionOption.ResponseContentRead, either.Token);
            var body = await response.Content.ReadAsStringAsync(either.Token);
            return new BrokerReply((int)response.StatusCode, response.Content.Headers.ContentType?.ToString(), mask.CleanKnown(Mask(body, endpoint, secret)));
        }
        catch (OperationCanceledException error) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new BrokerFailedException($"'{endpoint.Host}' took longer than {endpoint.Timeout.TotalSeconds:0} s.", error);
        }
        catch (HttpRequestException error) when (error.InnerException is not OutboundRefusedException)
        {
            throw new BrokerFailedException($"'{endpoint.Host}' could not be asked: {error.HttpRequestError}.", error);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _public.Dispose();
        foreach (var client in _listed.Values)
            client.Dispose();
    }

    private static HttpRequestMessage Message(BrokerRequest request, BrokerEndpoint endpoint, string? secret)
    {
        var message = new HttpRequestMessage(new HttpMethod(request.Method), request.Url);
        if (request.Body is not null)
        {
            message.Content = new StringContent(request.Body, Encoding.UTF8);
            message.Content.Headers.ContentType = MediaTypeHeaderValue.TryParse(request.ContentType, out var type) ? type : null;
        }

        foreach (var (name, value) in request.Headers)
            message.Headers.TryAddWithoutValidation(name, value);
        foreach (var (name, value) in endpoint.Headers)
        {
            message.Headers.Remove(name);
            message.Headers.TryAddWithoutValidation(name, value.Reveal());
        }

        if (secret is null)
            return message;

        var header = endpoint.SecretHeader ?? "Authorization";
        message.Headers.Remove(header);
        message.Headers.TryAddWithoutValidation(header, endpoint.SecretHeader is null ? $"Bearer {secret}" : secret);
        return message;
    }

    // Some services repeat what they were sent.
    private static string Mask(string body, BrokerEndpoint endpoint, string? secret) =>
        endpoint.Headers.Values.Select(static value => value.Reveal()).Append(secret)
            .Where(static value => !string.IsNullOrEmpty(value))
            .Aggregate(body, static (text, value) => text.Replace(value!, "***", StringComparison.Ordinal));

    private static HttpClient Connect(OutboundPolicy policy) =>
        new(new OutboundGuard(policy).CreateHandler(ConnectTimeout), disposeHandler: true)
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = LongestAnswer,
        };

    // Whoever writes an inner address into the configuration means it; a name that leads to one may be an attack.
    private HttpClient ClientFor(BrokerEndpoint endpoint)
    {
        if (endpoint.Host == "localhost")
            return _listed.GetOrAdd(endpoint.Host, static _ => Connect(new OutboundPolicy(AllowLoopback: true)));

        return IPAddress.TryParse(endpoint.Host, out var address)
            ? _listed.GetOrAdd(endpoint.Host, _ => Connect(new OutboundPolicy(AllowedAddresses: [address])))
            : _public;
    }
}
