using Trellis.Server.Akshi.Events;
using Trellis.Server.Akshi.Logs;

namespace Trellis.Server.Akshi.Agents.Declarative;

/// <summary>What all declarative agents work with.</summary>
/// <param name="Gate">Lets them use their capabilities.</param>
/// <param name="Review">Asks models; null when this server has no router.</param>
/// <param name="Activities">Who is told.</param>
/// <param name="Log">The runtime's log.</param>
/// <param name="Audit">The audit trail.</param>
internal sealed record AgentTools(ApprovalGate Gate, FileReview? Review, IActivitySink Activities, RuntimeLog Log, AgentAudit Audit);
