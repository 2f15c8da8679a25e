using System.Text.Json;
using Trellis.Ascend;

namespace Trellis.Cli.Ascend;

/// <summary>What the exceptions of the ASCEND client mean to who called the program. Contract section 4.1.</summary>
internal static class AscendFailures
{
    // The gates before the evaluation name their refusals so: MCP_SERVER_UNREGISTERED_DENY and others (contract section 2.3).
    private const string GateSuffix = "_DENY";

    /// <summary>The failure, or <see langword="null"/> when the exception is not the client's.</summary>
    public static Failure? Classify(Exception exception) => exception switch
    {
        AscendAuthenticationException => new(ExitCodes.Authentication, "authentication failed", exception.Message),
        AscendAuthorizationException gate when gate.ServerErrorCode?.EndsWith(GateSuffix, StringComparison.Ordinal) is true =>
            new(ExitCodes.Denied, "denied", exception.Message) { Details = gate.PolicyViolations },
        AscendAuthorizationException refused => new(ExitCodes.Authentication, "not allowed", exception.Message) { Details = refused.PolicyViolations },
        AscendKillSwitchException => new(ExitCodes.Denied, "denied", exception.Message),
        AscendValidationException invalid => new(ExitCodes.Validation, "validation error", exception.Message)
        {
            Details = [.. invalid.FieldErrors.Select(static error => $"{error.Key}: {error.Value}")],
        },
        AscendServerException => new(ExitCodes.Server, "server error", exception.Message),
        AscendTimeoutException or AscendConnectionException or AscendCircuitOpenException or
            AscendResponseException { Body.ValueKind: JsonValueKind.String } => new(ExitCodes.Transport, "transport error", exception.Message),
        AscendConfigurationException => new(ExitCodes.Unexpected, "configuration error", exception.Message),
        AscendResponseException => new(ExitCodes.Unexpected, "ASCEND error", exception.Message),
        AscendException => new(ExitCodes.Api, "API error", exception.Message),
        _ => null,
    };
}
