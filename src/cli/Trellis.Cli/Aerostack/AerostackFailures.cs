using Trellis.Aerostack;

namespace Trellis.Cli.Aerostack;

/// <summary>What the exceptions of the Aerostack client mean to who called the program. Contract sections 3.1 to 3.5.</summary>
internal static class AerostackFailures
{
    /// <summary>The failure, or <see langword="null"/> when the exception is not the client's.</summary>
    public static Failure? Classify(Exception exception) => exception switch
    {
        AerostackCredentialException => new(ExitCodes.Authentication, "authentication failed", exception.Message),
        AerostackValidationException => new(ExitCodes.Validation, "validation error", exception.Message),
        AerostackTransportException or AerostackNoResponseException => new(ExitCodes.Transport, "transport error", exception.Message),
        AerostackResponseException answered => OfAnswer(answered, ErrorAnswer.Read(answered.Body)),
        AerostackException => new(ExitCodes.Unexpected, "Aerostack error", exception.Message),
        _ => null,
    };

    private static Failure OfAnswer(AerostackResponseException exception, ErrorAnswer answer)
    {
        var (exitCode, label) = exception.Status switch
        {
            401 or 403 => (ExitCodes.Authentication, "authentication failed"),
            400 or 422 => (ExitCodes.Validation, "validation error"),
            >= 500 and <= 599 => (ExitCodes.Server, "server error"),
            >= 300 => (ExitCodes.Api, "API error"),
            _ when exception is AerostackApiException || !answer.IsJson => (ExitCodes.Transport, "transport error"),
            _ => (ExitCodes.Unexpected, "Aerostack error"),
        };
        return exception.Status >= 300 && answer.Message is { } message
            ? new(exitCode, label, answer.Code is { } code ? $"{message} (HTTP {exception.Status}, {code})" : $"{message} (HTTP {exception.Status})")
            {
                Details = answer.Details,
            }
            : new(exitCode, label, exception.Message);
    }
}
