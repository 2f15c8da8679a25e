using Trellis.Server.Ascend.Actions;
using Trellis.Server.Ascend.Agents;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Ascend.Policies.WhatIf;

/// <summary>An action that nobody wants to take (contract, section 2.11). The one request that may carry a score.</summary>
internal sealed record WhatIfRequest
{
    /// <summary>The agent that would ask; null for none in particular.</summary>
    public string? AgentId { get; init; }

    /// <summary>Of which type an agent would be that is none in particular.</summary>
    public string? AgentType { get; init; }

    /// <summary>The score that the action would have; null for the one that it has.</summary>
    public int? RiskScore { get; init; }

    /// <summary>The action, as an agent that nobody registered would ask.</summary>
    public required ProposedAction Action { get; init; }

    /// <summary>Reads a body. What is wrong is added to <paramref name="errors"/>.</summary>
    public static WhatIfRequest Read(AscendCall call, FieldErrors errors)
    {
        var body = new Fields(call.Body) { Errors = errors };
        var context = body.Nested("context");
        var agentId = body.OptionalText("agent_id", longest: 64, shortest: 3);
        var agentType = body.OptionalText("agent_type", longest: 64);
        var actionType = body.Text("action_type");
        var resource = body.Text("resource", longest: 1000);
        return new WhatIfRequest
        {
            AgentId = agentId,
            AgentType = agentType,
            RiskScore = body.OptionalNumber("risk_score", 0, 100) is { } score ? (int)Math.Round(score, MidpointRounding.AwayFromZero) : null,
            Action = new ProposedAction
            {
                AgentId = agentId ?? "",
                AgentType = agentType ?? AgentProfile.Unregistered("").AgentType,
                ActionType = actionType,
                Resource = resource,
                ResourceId = body.OptionalText("resource_id", longest: 1000),
                Description = body.OptionalText("description", longest: 4000) ?? $"{actionType} on {resource}",
                Environment = EnvironmentOf(call, body, context),
                Details = body.Object("action_details"),
                Context = body.Object("context"),
                Indicators = SubmitRequest.ReadIndicators(body.Nested("risk_indicators")),
                StatedLevel = SubmitRequest.ReadLevel(body),
                At = call.At,
            },
        };
    }

    private static string EnvironmentOf(AscendCall call, Fields body, Fields context)
    {
        var environment = context.OptionalText("environment") ?? body.OptionalText("environment");
        if (environment is null && call.Http.Request.Headers["X-Environment"] is [{ Length: > 0 } header])
            environment = header;
        return environment?.ToLowerInvariant() ?? "";
    }
}
