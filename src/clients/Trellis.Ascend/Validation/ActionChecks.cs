namespace Trellis.Ascend;

/// <summary>What can be known to be wrong with an action before it is sent. Contract section 3.6.</summary>
internal static class ActionChecks
{
    private const int MaxSessionLength = 255;

    /// <exception cref="AscendValidationException">Something is wrong; every field that is stands in the exception.</exception>
    public static void Check(AgentAction action)
    {
        ArgumentNullException.ThrowIfNull(action);
        var checks = default(FieldChecks);
        checks.RequireText(action.ActionType, "action_type");
        checks.RequireText(action.Resource, "resource");
        checks.Require(
            action.OrchestrationDepth is null or (>= 0 and <= AgentAction.MaxOrchestrationDepth), "orchestration_depth", "must be from 0 to 5");
        checks.Require(
            action.OrchestrationSessionId is null or { Length: <= MaxSessionLength },
            "orchestration_session_id",
            "must have at most 255 characters");
        checks.Require(action.McpServerName is null || !string.IsNullOrWhiteSpace(action.McpServerName), "mcp_server_name", "must not be blank");
        checks.Require(action.ModelId is null || !string.IsNullOrWhiteSpace(action.ModelId), "model_id", "must not be blank");
        checks.ThrowIfAny();
    }
}
