using System.Text.Json;
using Trellis.Server.Ascend.Actions;
using Trellis.Server.Ascend.Policies;
using Trellis.Server.Ascend.Requests;
using Trellis.Server.Ascend.Rules;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Ascend.Tests.Policies;

/// <summary>Actions and policies for tests.</summary>
internal static class Proposals
{
    /// <summary>A Tuesday, 10:30 UTC.</summary>
    public static DateTimeOffset Tuesday { get; } = new(2026, 1, 13, 10, 30, 0, TimeSpan.Zero);

    public static ProposedAction Action(
        string actionType = "database.query",
        string resource = "production_db",
        string? details = null,
        string? context = null,
        string agentId = "agent-1",
        string agentType = "supervised",
        string environment = "production",
        DateTimeOffset? at = null,
        RiskIndicators? indicators = null) => new()
        {
            AgentId = agentId,
            AgentType = agentType,
            ActionType = actionType,
            Resource = resource,
            Description = $"{actionType} on {resource}",
            Environment = environment,
            Details = details is null ? default : Json(details),
            Context = context is null ? default : Json(context),
            Indicators = indicators ?? RiskIndicators.None,
            At = at ?? Tuesday,
        };

    public static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    public static Policy Policy(string json, long id = 1)
    {
        var errors = new FieldErrors();
        var policy = PolicyReader.Read(Json(json), id, errors);
        errors.Summary.ShouldBe("");
        return policy;
    }

    /// <summary>A policy that blocks what meets some conditions.</summary>
    public static Policy Blocking(string conditions, long id = 1) =>
        Policy($$"""{"policy_name":"P{{id}}","policy_action":"block","conditions":{{conditions}}}""", id);

    public static RuleOutcome Evaluate(ProposedAction action, int riskScore, params Policy[] policies) =>
        CompiledRules.Compile(policies, []).Evaluate(action, riskScore);

    public static bool Blocks(string conditions, ProposedAction action, int riskScore = 50) =>
        Evaluate(action, riskScore, Blocking(conditions)).PolicyEffect is PolicyEffect.Deny;
}
