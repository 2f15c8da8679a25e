namespace Trellis.Testing;

/// <summary>Turns what travels into what a session keeps.</summary>
internal sealed class ExchangeReader(Redactor redactor)
{
    // What a connection needs for itself and no session repeats.
    private static readonly string[] Skipped = ["Transfer-Encoding", "Content-Length", "Connection", "Keep-Alive", "Date"];

    /// <summary>Reads a request; the answer is not there yet.</summary>
    public async Task<RecordedExchange> ReadAsync(HttpRequestMessage request, CancellationToken cancellationToken) => new()
    {
        Method = request.Method.Method,
        Path = PathOf(request.RequestUri ?? throw new InvalidOperationException("The request has no address.")),
        Sent = request.Content is null
            ? null
            : RecordedBody.Of(await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false), redactor),
        Status = 0,
        Headers = new Dictionary<string, string>(),
    };

    /// <summary>Adds the answer, which is read whole and can be read again.</summary>
    public async Task<RecordedExchange> AddAnswerAsync(RecordedExchange exchange, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await response.Content.LoadIntoBufferAsync(cancellationToken).ConfigureAwait(false);
        return exchange with
        {
            Status = (int)response.StatusCode,
            Headers = response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
                .Where(static header => !Skipped.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
                .Select(header => (header.Key, Value: redactor.RedactHeader(header.Key, header.Value.ToString())))
                .Where(header => header.Value != redactor.Rules.Mask)
                .ToDictionary(static header => header.Key, static header => header.Value, StringComparer.OrdinalIgnoreCase),
            Received = RecordedBody.Of(await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false), redactor),
        };
    }

    private string PathOf(Uri address)
    {
        var query = address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair =>
            pair.Split('=', 2) is [var name, _] && redactor.IsSecretName(Uri.UnescapeDataString(name))
                ? $"{name}={redactor.Rules.Mask}"
                : redactor.Redact(pair));
        var text = string.Join('&', query);
        return redactor.Redact(address.AbsolutePath) + (text.Length == 0 ? "" : "?" + text);
    }
}
