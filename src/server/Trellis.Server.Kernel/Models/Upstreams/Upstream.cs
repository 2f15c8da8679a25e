using System.Net;
using System.Net.Http.Headers;

namespace Trellis.Server.Kernel.Models;

/// <summary>A provider that speaks OpenAI's API, and the connections to it. Safe for concurrent use.</summary>
internal sealed class Upstream : IDisposable
{
    private readonly HttpClient _http;
    private readonly AuthenticationHeaderValue? _authorization;

    public Upstream(UpstreamOptions options, UpstreamLimits limits, TimeProvider time)
    {
        Name = options.Name;
        AsksForUsage = options.AsksForUsage;
        Limits = limits;
        Failures = new UpstreamFailures(options.Name);
        Refusal = new UpstreamRefusal(Failures, options.ApiKey, time);
        Completions = new Uri(options.BaseUrl, "chat/completions");
        Embeddings = new Uri(options.BaseUrl, "embeddings");
        _authorization = options.ApiKey is { } key ? new AuthenticationHeaderValue("Bearer", key.Reveal()) : null;
        _http = new HttpClient(
            new SocketsHttpHandler
            {
                // A redirect would carry prompts to an address nobody configured.
                AllowAutoRedirect = false,
                UseCookies = false,
                AutomaticDecompression = DecompressionMethods.None,
                ConnectTimeout = limits.Connect,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    public string Name { get; }

    /// <summary>The address that completes chats.</summary>
    public Uri Completions { get; }

    /// <summary>The address that turns texts into vectors.</summary>
    public Uri Embeddings { get; }

    public bool AsksForUsage { get; }

    public UpstreamLimits Limits { get; }

    public UpstreamFailures Failures { get; }

    public UpstreamRefusal Refusal { get; }

    /// <summary>Sends a request to one of the addresses and returns when the headers of the answer are there. The caller disposes the answer.</summary>
    public async Task<HttpResponseMessage> SendAsync(Uri address, ReadOnlyMemory<byte> body, bool stream, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ReadOnlyMemoryContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Authorization = _authorization;
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(stream ? "text/event-stream" : "application/json"));
        return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    public void Dispose() => _http.Dispose();
}
