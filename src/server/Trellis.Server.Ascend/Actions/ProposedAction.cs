using System.Text.Json;
using Trellis.Server.Ascend.Agents;
using Trellis.Server.Ascend.Risk;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Ascend.Actions;

/// <summary>
/// What an agent asks to do, once the request is valid and what it leaves open is filled in. What is judged: by the risk engine, by
/// policies, by rules. Immutable; its JSON values live as long as the request.
/// </summary>
internal sealed class ProposedAction
{
    /// <summary>Which agent asks; 3 to 64 characters.</summary>
    public required string AgentId { get; init; }

    /// <summary>The agent's type as it was registered; <c>supervised</c> for an agent that is not.</summary>
    public string AgentType { get; init; } = "supervised";

    /// <summary>What it wants to do, for example <c>database.query</c> or <c>database_write</c>.</summary>
    public required string ActionType { get; init; }

    /// <summary>What it wants to do it to.</summary>
    public required string Resource { get; init; }

    /// <summary>Which one of these; null when it says none.</summary>
    public string? ResourceId { get; init; }

    /// <summary>In a person's words; by default the action's type and its resource.</summary>
    public required string Description { get; init; }

    /// <summary>Where: the context's environment, else the header's, else the registered one, else <c>production</c>. Lower case.</summary>
    public string Environment { get; init; } = "production";

    /// <summary>The parameters (<c>action_details</c>): an object, or undefined when there are none.</summary>
    public JsonElement Details { get; init; }

    /// <summary>The context: an object, or undefined when there is none.</summary>
    public JsonElement Context { get; init; }

    /// <summary>What the caller says about its data.</summary>
    public RiskIndicators Indicators { get; init; } = RiskIndicators.None;

    /// <summary>The caller's own NIST control, which wins over the mapped one.</summary>
    public string? NistControl { get; init; }

    /// <summary>The caller's own MITRE ATT&amp;CK tactic, which wins over the mapped one.</summary>
    public string? MitreTactic { get; init; }

    /// <summary>Whether the caller itself asks for a person.</summary>
    public bool RequiresHumanApproval { get; init; }

    /// <summary>How risky the caller says that it is: a hint that can only raise. Null when it says nothing.</summary>
    public RiskLevel? StatedLevel { get; init; }

    /// <summary>When it asks.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Fills in what a request leaves open.</summary>
    /// <param name="request">The request.</param>
    /// <param name="agent">The agent that asks.</param>
    /// <param name="header">The environment that the request's header names; null for none.</param>
    /// <param name="at">When it asks.</param>
    public static ProposedAction Of(SubmitRequest request, AgentProfile agent, string? header, DateTimeOffset at) => new()
    {
        AgentId = request.AgentId,
        AgentType = agent.AgentType,
        ActionType = request.ActionType,
        Resource = request.Resource,
        ResourceId = request.ResourceId,
        Description = request.Description ?? $"{request.ActionType} on {request.Resource}",
        Environment = (new Fields(request.Context).OptionalText("environment") ?? request.Environment ?? header ?? agent.Environment)
            ?.ToLowerInvariant() ?? "production",
        Details = request.Details,
        Context = request.Context,
        Indicators = request.Indicators,
        NistControl = request.NistControl,
        MitreTactic = request.MitreTactic,
        RequiresHumanApproval = request.RequiresHumanApproval,
        StatedLevel = request.StatedLevel,
        At = at,
    };
}
