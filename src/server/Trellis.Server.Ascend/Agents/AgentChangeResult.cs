using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Ascend.Agents;

/// <summary>What becomes of a request to change an agent.</summary>
/// <param name="Answer">What is answered.</param>
/// <param name="Agent">The agent as it will be; null when it stays as it is.</param>
/// <param name="Events">What the audit trail remembers.</param>
internal readonly record struct AgentChangeResult(JsonAnswer Answer, Agent? Agent, IReadOnlyList<AuditEvent> Events)
{
    /// <summary>Why, in the caller's words; null when it said nothing.</summary>
    public string? Reason { get; init; }

    /// <summary>Nothing changes.</summary>
    public static AgentChangeResult Unchanged(JsonAnswer answer) => new(answer, null, []);
}
