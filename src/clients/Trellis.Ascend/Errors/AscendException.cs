using System.Text.Json;
using System.Text.Json.Nodes;

namespace Trellis.Ascend;

/// <summary>
/// The base of everything a call to ASCEND throws, and the class of statuses that have none of their own. Contract section 4.1.
/// </summary>
/// <remarks>
/// <see cref="TrellisException.ErrorCode"/> is one of <see cref="AscendErrorCodes"/> and tells the class; what the server calls the
/// error is <see cref="ServerErrorCode"/>.
/// </remarks>
public class AscendException : TrellisException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do next.</param>
    /// <param name="body">The error body, masked; <see langword="null"/> when nothing was received.</param>
    /// <param name="details">What is known about the call.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    public AscendException(string message, JsonElement? body = null, ErrorDetails? details = null, Exception? innerException = null)
        : base(message, details, innerException) => Body = body;

    private protected AscendException(string code, string message, JsonElement? body, ErrorDetails? details, Exception? innerException)
        : this(message, body, details ?? new ErrorDetails { ErrorCode = code }, innerException)
    {
    }

    /// <summary>
    /// The whole error body, masked; a string when it is not JSON; <see langword="null"/> when no response arrived. Python's <c>details</c>.
    /// </summary>
    public JsonElement? Body { get; }

    /// <summary>The body's <c>error_code</c>, such as <c>INVALID_API_KEY</c>; <see langword="null"/> when there is none.</summary>
    public string? ServerErrorCode => ErrorBody.Text(Body, "error_code");

    /// <summary>The exception as one JSON object, masked: <c>error_type</c>, <c>message</c>, <c>error_code</c>, <c>details</c>.</summary>
    public JsonObject ToJson() => new()
    {
        ["error_type"] = GetType().Name,
        ["message"] = Message,
        ["error_code"] = ErrorCode,
        ["details"] = Body is { } body ? JsonNode.Parse(body.GetRawText()) : new JsonObject(),
    };
}
