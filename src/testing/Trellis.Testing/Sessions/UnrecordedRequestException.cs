namespace Trellis.Testing;

/// <summary>A request came that a session has no answer left for. The message lists what is left.</summary>
public sealed class UnrecordedRequestException : InvalidOperationException
{
    internal UnrecordedRequestException(RecordedExchange asked, IReadOnlyCollection<RecordedExchange> left)
        : base(left.Count == 0
            ? $"The session has no answer left for {asked}; all were given. Record it again."
            : $"The session has no answer left for {asked} with this body. Left are: {string.Join(", ", left)}. Record it again if the program asks differently now.")
    {
    }
}
