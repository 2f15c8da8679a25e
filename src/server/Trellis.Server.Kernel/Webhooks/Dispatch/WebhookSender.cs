using System.Net.Http.Headers;
using System.Text;
using Trellis.Server.Kernel.Audit;

namespace Trellis.Server.Kernel.Webhooks;

/// <summary>Makes one attempt: signs, sends, and reads the beginning of the answer. Safe for concurrent use.</summary>
internal sealed class WebhookSender : IDisposable
{
    private const int ResponseLimit = 1024;
    private const int ShortestMasked = 4;

    private readonly HttpClient _http;
    private readonly WebhookSecrets _secrets;
    private readonly WebhookFormats _formats;
    private readonly WebhookOptions _options;
    private readonly TimeProvider _time;

    public WebhookSender(WebhookGuard guard, WebhookSecrets secrets, WebhookFormats formats, WebhookOptions options, TimeProvider time)
    {
        _secrets = secrets;
        _formats = formats;
        _options = options;
        _time = time;
        _http = new HttpClient(guard.Guard.CreateHandler(options.Timeout)) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <exception cref="Secrets.SecretProtectionException">The secret or the headers cannot be opened here.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<WebhookAttempt> SendAsync(
        WebhookTarget target, string deliveryId, string eventName, ReadOnlyMemory<byte> body, int number, CancellationToken cancellationToken)
    {
        var subscription = target.Subscription;
        var secret = _secrets.OpenSecret(subscription.OrganisationId, subscription.Id, target.SealedSecret);
        var headers = _secrets.OpenHeaders(subscription.OrganisationId, subscription.Id, target.SealedHeaders);
        var startedAt = _time.GetUtcNow();
        var signing = new WebhookSigning { DeliveryId = deliveryId, Event = eventName, At = startedAt, Body = body, Secret = secret };
        using var request = Request(subscription, headers, signing);

        var begin = _time.GetTimestamp();
        var (status, error, response) = await ExchangeAsync(request, cancellationToken);
        return new WebhookAttempt(
            number, startedAt, _time.GetElapsedTime(begin), status, error, response is null ? null : Redact(response, secret, headers));
    }

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage Request(WebhookSubscription subscription, IEnumerable<KeyValuePair<string, string>> headers, WebhookSigning signing)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, subscription.Url) { Content = new ReadOnlyMemoryContent(signing.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Trellis-Webhooks", "1"));
        foreach (var (name, value) in headers.Concat(_formats.Of(subscription.Platform).WriteHeaders(signing)))
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    private async Task<(int? Status, string? Error, string? Response)> ExchangeAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(_options.Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var status = (int)response.StatusCode;
            return (status, response.IsSuccessStatusCode ? null : $"The receiver answered {status}.", await TryReadAsync(response, either.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, $"The receiver did not answer within {_options.Timeout.TotalSeconds:0.###} seconds.", null);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            return (null, WebhookFailure.Describe(error), null);
        }
    }

    // The status alone decides: a receiver that said 200 has the event, whatever becomes of the rest of its answer.
    private static async Task<string?> TryReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var buffer = new byte[ResponseLimit];
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            var length = await body.ReadAtLeastAsync(buffer, ResponseLimit, throwOnEndOfStream: false, cancellationToken);
            return Encoding.UTF8.GetString(buffer, 0, length);
        }
        catch (Exception error) when (error is OperationCanceledException or HttpRequestException or IOException)
        {
            return null;
        }
    }

    // A receiver that answers with what it was sent must not put the secrets of the request into the store.
    private static string Redact(string response, byte[] secret, IEnumerable<KeyValuePair<string, string>> headers)
    {
        foreach (var value in headers.Select(static header => header.Value).Append(Encoding.UTF8.GetString(secret)))
        {
            if (value.Length >= ShortestMasked)
                response = response.Replace(value, SecretPatterns.Redacted, StringComparison.Ordinal);
        }

        return AuditRedactor.Text(response);
    }
}
