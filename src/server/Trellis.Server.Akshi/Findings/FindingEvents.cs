using Trellis.Server.Akshi.Identity;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Akshi.Findings;

/// <summary>What the audit trail remembers of findings: one record for all that were added together.</summary>
internal static class FindingEvents
{
    /// <summary>Findings were added.</summary>
    /// <param name="organisationId">Whose runtime.</param>
    /// <param name="batch">The mark that the findings carry.</param>
    /// <param name="actor">Who added them.</param>
    /// <param name="origin">From where; null for an agent of the runtime.</param>
    /// <param name="findings">What was added.</param>
    public static AuditEvent Added(
        long organisationId, string batch, string actor, RequestOrigin? origin, IReadOnlyList<NewFinding> findings) => new()
        {
            OrganisationId = organisationId,
            Platform = TokenEvents.Platform,
            EventType = "findings_added",
            ActorId = actor,
            ResourceType = "findings",
            ResourceId = batch,
            Action = "create",
            Outcome = AuditOutcome.Success,
            IpAddress = origin?.IpAddress,
            CorrelationId = origin?.CorrelationId,
            Data = AuditData.Object(json =>
            {
                json.WriteStartArray("agents"u8);
                foreach (var agent in findings.Select(static finding => finding.Agent).Distinct(StringComparer.Ordinal))
                    json.WriteStringValue(agent);
                json.WriteEndArray();
                json.WriteNumber("count"u8, findings.Count);
            }),
        };
}
