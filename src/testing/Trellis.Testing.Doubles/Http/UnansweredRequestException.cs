namespace Trellis.Testing;

/// <summary>A request reached a <see cref="StubTransport"/> that had no answer left for it.</summary>
public sealed class UnansweredRequestException : InvalidOperationException
{
    internal UnansweredRequestException(RecordedRequest request)
        : base($"No answer is left for request {request.Number}: {request} ({request.Body.Length} bytes of body). "
            + "Script one more with StubTransport.Enqueue, or give the transport a function that answers.") =>
        Request = request;

    /// <summary>The request that found no answer.</summary>
    public RecordedRequest Request { get; }
}
