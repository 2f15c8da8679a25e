using Trellis.Server.Ascend.Risk;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Ascend.AuditTrail;

/// <summary>Reads which records a query asks for.</summary>
internal static class AuditQuery
{
    /// <summary>The filter of a query.</summary>
    public static AuditFilter ReadFilter(QueryFields query) => new()
    {
        Platform = query.Text("platform")?.ToLowerInvariant(),
        EventType = query.Text("event_type"),
        ActorId = query.Text("actor_id") ?? query.Text("actor"),
        ResourceType = query.Text("resource_type"),
        ResourceId = query.Text("resource_id") ?? query.Text("resource"),
        Action = query.Text("action"),
        Outcome = query.Text("outcome")?.ToLowerInvariant(),
        RiskLevel = query.Word("risk_level", RiskLevelWords.All),
        CorrelationId = query.Text("correlation_id"),
        From = query.Time("start_date"),
        Until = query.EndTime("end_date"),
    };
}
