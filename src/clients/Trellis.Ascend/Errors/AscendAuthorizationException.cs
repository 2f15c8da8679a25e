using System.Text.Json;

namespace Trellis.Ascend;

/// <summary>
/// The request was refused (403): the key lacks a right, or an action failed a gate that stands before evaluation, such as an
/// unregistered MCP server. An action that a policy denies is no error: it is a decision. Contract section 2.3.
/// </summary>
public sealed class AscendAuthorizationException : AscendException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do next.</param>
    /// <param name="policyViolations">What was violated.</param>
    /// <param name="riskScore">The action's score, if it was scored.</param>
    /// <param name="body">The error body, masked.</param>
    /// <param name="details">What is known about the call.</param>
    public AscendAuthorizationException(
        string message, IReadOnlyList<string>? policyViolations = null, int? riskScore = null, JsonElement? body = null, ErrorDetails? details = null)
        : base(AscendErrorCodes.Authorization, message, body, details, null) =>
        (PolicyViolations, RiskScore) = (policyViolations ?? [], riskScore);

    /// <summary>What was violated. Empty, never null, when the server did not say.</summary>
    public IReadOnlyList<string> PolicyViolations { get; }

    /// <summary>The action's score from 0 to 100, if it was scored.</summary>
    public int? RiskScore { get; }
}
