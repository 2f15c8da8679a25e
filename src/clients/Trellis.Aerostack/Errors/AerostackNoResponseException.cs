namespace Trellis.Aerostack;

/// <summary>No response arrived, and a hook of the application dropped the exception that says why.</summary>
public sealed class AerostackNoResponseException : AerostackException
{
    /// <summary>Creates the exception.</summary>
    public AerostackNoResponseException()
        : this("No response received")
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened.</param>
    public AerostackNoResponseException(string message)
        : base(message, null, null)
    {
    }
}
