using Trellis.Server.Akshi.Events;
using Trellis.Server.Akshi.Logs;
using Trellis.Server.Akshi.Metrics;

namespace Trellis.Server.Akshi.Agents.Declarative;

/// <summary>What all declarative agents work with.</summary>
/// <param name="Gate">Lets them use their capabilities.</param>
/// <param name="Review">Asks models.</param>
/// <param name="Activities">Who is told.</param>
/// <param name="Log">The runtime's log.</param>
/// <param name="Receipts">Attests refusals.</param>
/// <param name="Counters">Counts for the metrics.</param>
internal sealed record AgentTools(
    ApprovalGate Gate, FileReview Review, IActivitySink Activities, RuntimeLog Log, RefusalReceipts Receipts, IRuntimeCounters Counters);
