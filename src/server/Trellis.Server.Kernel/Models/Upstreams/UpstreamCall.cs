namespace Trellis.Server.Kernel.Models;

/// <summary>One call of an upstream: its clock, its answer, and what an exception on the way means.</summary>
internal sealed class UpstreamCall(Upstream upstream, bool isStreamed, TimeProvider time, CancellationToken cancellationToken) : IDisposable
{
    private HttpResponseMessage? _response;

    public UpstreamClock Clock { get; } = new(upstream.Limits, time, cancellationToken);

    public UpstreamFailures Failures => upstream.Failures;

    /// <summary>Sends the request and returns when the headers of the answer are there. The call disposes the answer.</summary>
    public async ValueTask<HttpResponseMessage> SendAsync(Uri address, ReadOnlyMemory<byte> body)
    {
        if (isStreamed)
        {
            Clock.Start(UpstreamPhase.FirstByte);
        }

        _response = await upstream.SendAsync(address, body, isStreamed, Clock.Token);
        return _response;
    }

    /// <summary>
    /// The failure behind an exception; null when it is none: the caller gave up, or the defect is ours.
    /// </summary>
    public ChatFailure? Explain(Exception exception) => exception switch
    {
        OperationCanceledException when cancellationToken.IsCancellationRequested => null,
        OperationCanceledException when Clock.Expired is { } phase => Failures.Late(phase, Clock.Limits),

        // The handler's own clock ran out, and it keeps one only for connecting.
        OperationCanceledException { InnerException: TimeoutException } => Failures.LateToConnect(Clock.Limits),
        HttpRequestException when _response is null => Failures.Unreachable(),
        HttpRequestException or IOException => Failures.CutShort(),
        _ => null,
    };

    public void Dispose()
    {
        _response?.Dispose();
        Clock.Dispose();
    }
}
