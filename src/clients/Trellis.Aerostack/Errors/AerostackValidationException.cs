namespace Trellis.Aerostack;

/// <summary>A request that no server would take; nothing was sent.</summary>
public sealed class AerostackValidationException : AerostackException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="field">What is wrong, as the wire names it.</param>
    /// <param name="message">What is wrong with it.</param>
    public AerostackValidationException(string field, string message)
        : base($"Nothing was sent: {field} {message}.", null, null) => Field = field;

    /// <summary>What is wrong, as the wire names it.</summary>
    public string Field { get; }
}
