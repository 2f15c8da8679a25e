using Trellis.Askii;

namespace Trellis.Cli.Askii;

/// <summary>What the exceptions of the Askii client mean to who called the program. Contract section 10.</summary>
internal static class AskiiFailures
{
    /// <summary>The failure, or <see langword="null"/> when the exception is not the client's.</summary>
    public static Failure? Classify(Exception exception) => exception switch
    {
        AskiiAuthException => new(ExitCodes.Authentication, "authentication failed", exception.Message),
        AskiiValidationException invalid => new(ExitCodes.Validation, "validation error", exception.Message)
        {
            Details = [.. invalid.FieldErrors.Select(static error => $"{error.Path}: {error.Message} ({error.Type})")],
        },
        AskiiServerException => new(ExitCodes.Server, "server error", exception.Message),
        AskiiTransportException => new(ExitCodes.Transport, "transport error", exception.Message),
        AskiiApiException => new(ExitCodes.Api, "API error", exception.Message),
        AskiiException => new(ExitCodes.Unexpected, "Askii error", exception.Message),
        _ => null,
    };
}
