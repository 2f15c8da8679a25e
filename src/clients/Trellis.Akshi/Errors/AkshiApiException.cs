namespace Trellis.Akshi;

/// <summary>
/// The runtime answered with a status other than success. Statuses with a meaning of their own have a class of their own. Contract
/// section 6.
/// </summary>
public class AkshiApiException : AkshiException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do next.</param>
    /// <param name="detail">What the runtime says about it to people, masked.</param>
    /// <param name="body">The whole body, masked.</param>
    /// <param name="details">What is known about the call.</param>
    public AkshiApiException(string message, string? detail = null, string body = "", ErrorDetails? details = null)
        : base(message, details, null) => (Detail, Body) = (detail, body);

    /// <summary>The HTTP status. Another name of <see cref="TrellisException.Status"/>; Python's <c>code</c>.</summary>
    public int StatusCode => Status;

    /// <summary>
    /// The stable word for what went wrong, such as <c>not_found</c>; <see langword="null"/> when the body is none of the runtime's, such as
    /// a proxy's page. Another name of <see cref="TrellisException.ErrorCode"/>.
    /// </summary>
    public string? Error => ErrorCode;

    /// <summary>What the runtime says about it to people, masked; <see langword="null"/> when it says nothing.</summary>
    public string? Detail { get; }

    /// <summary>The whole body as text, masked, whether it is JSON or not. Never null.</summary>
    public string Body { get; }

    /// <summary>The method of the request; empty when there was none.</summary>
    public string Method { get; internal set; } = "";

    /// <summary>The path of the request, escaped as it was sent, without the query; empty when there was none.</summary>
    public string Path { get; internal set; } = "";
}
