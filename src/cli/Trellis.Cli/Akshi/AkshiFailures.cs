using System.Text.Json;
using Trellis.Akshi;

namespace Trellis.Cli.Akshi;

/// <summary>What the exceptions of the Akshi client mean to who called the program. Contract section 6.</summary>
internal static class AkshiFailures
{
    // The one refusal that is about what an agent may do, and not about who asks.
    private const string CapabilityDenied = "capability_denied";

    /// <summary>The failure, or <see langword="null"/> when the exception is not the client's.</summary>
    public static Failure? Classify(Exception exception) => exception switch
    {
        AkshiAuthenticationException or AkshiCredentialException => new(ExitCodes.Authentication, "authentication failed", exception.Message),
        AkshiForbiddenException { Error: CapabilityDenied } => new(ExitCodes.Denied, "denied", exception.Message),
        AkshiForbiddenException => new(ExitCodes.Authentication, "not allowed", exception.Message),
        AkshiApiException { StatusCode: 400 or 413 or 415 or 422 } => new(ExitCodes.Validation, "validation error", exception.Message),
        AkshiServerException => new(ExitCodes.Server, "server error", exception.Message),
        AkshiTransportException => new(ExitCodes.Transport, "transport error", exception.Message),
        AkshiProtocolException answered when !IsJson(answered.Body) => new(ExitCodes.Transport, "transport error", exception.Message),
        AkshiApiException => new(ExitCodes.Api, "API error", exception.Message),
        AkshiException => new(ExitCodes.Unexpected, "Akshi error", exception.Message),
        _ => null,
    };

    private static bool IsJson(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
