namespace Trellis.Aerostack;

/// <summary>The base of everything a call to Aerostack throws. Contract section 3.3.</summary>
public abstract class AerostackException : TrellisException
{
    private protected AerostackException(string message, ErrorDetails? details, Exception? innerException)
        : base(message, details, innerException)
    {
    }
}
