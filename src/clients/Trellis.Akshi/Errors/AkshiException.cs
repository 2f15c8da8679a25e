namespace Trellis.Akshi;

/// <summary>The base of everything a call to Akshi throws. Contract section 6.</summary>
public abstract class AkshiException : TrellisException
{
    private protected AkshiException(string message, ErrorDetails? details, Exception? innerException)
        : base(message, details, innerException)
    {
    }
}
