using System.Net.Http.Headers;
using Microsoft.Extensions.Configuration;
using Trellis.Server.Kernel.Outbound;

namespace Trellis.Server.Aerostack.Services;

/// <summary>Calls services, at public addresses alone unless <c>aerostack.services.allowLoopback</c> is set. Safe for concurrent use.</summary>
internal sealed class ServiceClient : IDisposable
{
    private const int LongestAnswer = 4 << 20;

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    private readonly OutboundGuard _guard;
    private readonly HttpClient _http;
    private readonly TimeProvider _time;

    /// <summary>Reads the section.</summary>
    /// <exception cref="ArgumentException">A value is neither true nor false.</exception>
    public ServiceClient(IConfiguration section, TimeProvider time)
    {
        _time = time;
        _guard = new OutboundGuard(new OutboundPolicy(section["allowLoopback"] switch
        {
            null => false,
            var text when bool.TryParse(text, out var value) => value,
            _ => throw new ArgumentException("'aerostack:services:allowLoopback' must be true or false."),
        }));
        _http = new HttpClient(_guard.CreateHandler(ConnectTimeout), disposeHandler: true)
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = LongestAnswer,
        };
    }

    /// <summary>Why an address is refused; null when it may be tried.</summary>
    public string? Refuse(Uri url) => _guard.Refuse(url);

    /// <summary>Sends the data of a call and reads the whole answer.</summary>
    /// <exception cref="HttpRequestException">The service cannot be reached, or answers too much.</exception>
    /// <exception cref="TimeoutException">It took longer than the service's limit.</exception>
    public async Task<ServiceReply> InvokeAsync(Service service, ReadOnlyMemory<byte> data, string requestId, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(service.Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Post, service.Url) { Content = new ReadOnlyMemoryContent(data) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.Add("X-Request-ID", requestId);
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseContentRead, either.Token);
            return new ServiceReply((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(either.Token));
        }
        catch (OperationCanceledException error) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"The service took longer than {service.Timeout.TotalMilliseconds:0} ms.", error);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();
}
