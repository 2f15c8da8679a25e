using System.Text.Json;
using Trellis.Server.Ascend.Actions;
using Trellis.Server.Ascend.Risk;

namespace Trellis.Server.Ascend.Tests.Risk;

/// <summary>Actions as a request would give them.</summary>
internal static class TestAction
{
    // A Wednesday, in business hours.
    public static readonly DateTimeOffset At = new(2026, 1, 14, 10, 30, 0, TimeSpan.Zero);

    public static ProposedAction Of(
        string type, string resource = "archive", string environment = "production", string? details = null, string? context = null) => new()
        {
            AgentId = "agent-1",
            ActionType = type,
            Resource = resource,
            Description = $"{type} on {resource}",
            Environment = environment,
            Details = Parse(details),
            Context = Parse(context),
            At = At,
        };

    public static ProposedAction With(
        this ProposedAction action, RiskIndicators? indicators = null, DateTimeOffset? at = null, string? nistControl = null, string? mitreTactic = null, RiskLevel? statedLevel = null) => new()
        {
            AgentId = action.AgentId,
            ActionType = action.ActionType,
            Resource = action.Resource,
            Description = action.Description,
            Environment = action.Environment,
            Details = action.Details,
            Context = action.Context,
            Indicators = indicators ?? action.Indicators,
            NistControl = nistControl,
            MitreTactic = mitreTactic,
            StatedLevel = statedLevel,
            At = at ?? action.At,
        };

    public static RiskAssessment Assess(this ProposedAction action, RiskProfile profile = RiskProfile.Hybrid) => RiskEngine.Assess(action, profile);

    private static JsonElement Parse(string? json) => json is null ? default : JsonElement.Parse(json);
}
