namespace Trellis.Aerostack;

/// <summary>The realtime connection could not be made, or cannot take more. <see cref="Exception.InnerException"/> is the cause, if there is one.</summary>
public sealed class AerostackRealtimeException : AerostackException
{
    /// <inheritdoc cref="TrellisException(string, ErrorDetails, Exception)"/>
    public AerostackRealtimeException(string message, ErrorDetails? details = null, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }
}
