using System.Text.Json.Nodes;

namespace Trellis.Ascend;

/// <summary>The decision that the client makes itself when the server cannot be reached and it was told to go on. Contract section 3.4.</summary>
internal static class FailOpenDecision
{
    private const string IdPrefix = "fail_open_";

    /// <summary>Whether no server has seen the action.</summary>
    public static bool Made(string actionId) => actionId.StartsWith(IdPrefix, StringComparison.Ordinal);

    public static AuthorizationDecision Create(AscendException error) => new()
    {
        ActionId = IdPrefix + (error.CorrelationId ?? AscendProtocol.CreateCorrelationId()),
        Decision = Decision.Allowed,
        ExecutionAllowed = true,
        RiskScore = 0,
        Conditions = [AuthorizationDecision.FailOpenCondition],
        Comments = "Auto-approved because of fail_mode=open: the server could not be reached.",
        SentMetadata = new JsonObject { ["fail_mode"] = "open", ["error"] = error.Message },
    };
}
