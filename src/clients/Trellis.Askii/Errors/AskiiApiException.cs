using System.Text.Json;

namespace Trellis.Askii;

/// <summary>The server answered with an error. Statuses with a meaning of their own have a class of their own.</summary>
public class AskiiApiException : AskiiException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do next.</param>
    /// <param name="detail">The error body's <c>detail</c>, masked; <see langword="null"/> when nothing was received.</param>
    /// <param name="details">What is known about the call.</param>
    public AskiiApiException(string message, JsonElement? detail = null, ErrorDetails? details = null)
        : base(message, details, null) => Detail = detail;

    /// <summary>
    /// The <c>detail</c> member of the error body, of any JSON type; the whole body when it has none; a string when the body is not JSON;
    /// <see langword="null"/> when no response arrived. Secrets in it are masked. Contract section 3.2.
    /// </summary>
    public JsonElement? Detail { get; }
}
