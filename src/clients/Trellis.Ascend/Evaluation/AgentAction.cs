using System.Text.Json.Nodes;

namespace Trellis.Ascend;

/// <summary>
/// What an agent is about to do. Contract section 2.2. It has no risk score: the server finds that out, and a member
/// <c>risk_score</c> anywhere in the parameters, the context or the indicators is not sent.
/// </summary>
public sealed class AgentAction
{
    /// <summary>The deepest <see cref="OrchestrationDepth"/>.</summary>
    public const int MaxOrchestrationDepth = 5;

    /// <summary>The kind of action, such as <c>database.query</c>.</summary>
    public required string ActionType { get; init; }

    /// <summary>What is acted upon, such as <c>customers</c>.</summary>
    public required string Resource { get; init; }

    /// <summary>Which one of them.</summary>
    public string? ResourceId { get; init; }

    /// <summary>The arguments of the action, sent as <c>action_details</c>. Not changed, and must not change during the call.</summary>
    public JsonObject? Parameters { get; init; }

    /// <summary>The circumstances.</summary>
    public ActionContext? Context { get; init; }

    /// <summary>What is known to make it more or less dangerous.</summary>
    public RiskIndicators? RiskIndicators { get; init; }

    /// <summary>The orchestration that the action is a part of; at most 255 characters.</summary>
    public string? OrchestrationSessionId { get; init; }

    /// <summary>The action that led to this one.</summary>
    public long? ParentActionId { get; init; }

    /// <summary>How many agents stand between a person and this one, from 0 to 5.</summary>
    public int? OrchestrationDepth { get; init; }

    /// <summary>The MCP server whose tool is called.</summary>
    public string? McpServerName { get; init; }

    /// <summary>The model that decided to act.</summary>
    public string? ModelId { get; init; }

    /// <summary>Whether a person has to decide in any case. It can only make the outcome stricter.</summary>
    /// <value><see langword="false"/>: nothing is sent.</value>
    public bool RequireHumanApproval { get; init; }

    /// <summary>The agent that acts.</summary>
    /// <value><see langword="null"/>: the client's.</value>
    public string? AgentId { get; init; }

    /// <summary>The agent's name for people.</summary>
    /// <value><see langword="null"/>: the client's.</value>
    public string? AgentName { get; init; }

    /// <summary>
    /// By which the server knows the action again, also from another process: the same key within a day gives the same decision.
    /// Contract section 1.6.
    /// </summary>
    /// <value><see langword="null"/>: a fresh one per call.</value>
    public string? IdempotencyKey { get; init; }
}
