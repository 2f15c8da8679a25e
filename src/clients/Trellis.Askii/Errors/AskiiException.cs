namespace Trellis.Askii;

/// <summary>The base of everything a call to Askii throws. Contract section 3.1.</summary>
public abstract class AskiiException : TrellisException
{
    private protected AskiiException(string message, ErrorDetails? details, Exception? innerException)
        : base(message, details, innerException)
    {
    }
}
