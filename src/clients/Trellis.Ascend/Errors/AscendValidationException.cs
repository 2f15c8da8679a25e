using System.Collections.Frozen;
using System.Text.Json;

namespace Trellis.Ascend;

/// <summary>
/// The request is not valid: the server said so (400, 422), or the client saw it before sending anything
/// (<see cref="TrellisException.Status"/> is 0).
/// </summary>
public sealed class AscendValidationException : AscendException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do next.</param>
    /// <param name="fieldErrors">What is wrong, by the field's name on the wire.</param>
    /// <param name="body">The error body, masked.</param>
    /// <param name="details">What is known about the call.</param>
    public AscendValidationException(
        string message, IReadOnlyDictionary<string, string>? fieldErrors = null, JsonElement? body = null, ErrorDetails? details = null)
        : base(AscendErrorCodes.Validation, message, body, details, null) =>
        FieldErrors = fieldErrors ?? FrozenDictionary<string, string>.Empty;

    /// <summary>What is wrong, by the field's name on the wire. Empty, never null, when no field was named.</summary>
    public IReadOnlyDictionary<string, string> FieldErrors { get; }
}
