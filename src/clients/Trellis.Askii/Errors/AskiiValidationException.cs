using System.Text.Json;

namespace Trellis.Askii;

/// <summary>
/// The request is not valid: the server said so (422), or the client saw it before sending anything
/// (<see cref="TrellisException.Status"/> is 0).
/// </summary>
public sealed class AskiiValidationException : AskiiApiException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do next.</param>
    /// <param name="fieldErrors">What is wrong, field by field; may be empty.</param>
    /// <param name="detail">The error body's <c>detail</c>, masked.</param>
    /// <param name="details">What is known about the call.</param>
    public AskiiValidationException(
        string message, IReadOnlyList<AskiiFieldError> fieldErrors, JsonElement? detail = null, ErrorDetails? details = null)
        : base(message, detail, details) => FieldErrors = fieldErrors;

    /// <summary>What is wrong, field by field. Empty, never null, when the server named no fields.</summary>
    public IReadOnlyList<AskiiFieldError> FieldErrors { get; }
}
