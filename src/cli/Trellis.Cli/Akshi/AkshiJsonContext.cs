using System.Text.Json;
using System.Text.Json.Serialization;
using Trellis.Akshi;
using Trellis.Cli.Akshi.Approvals;
using Trellis.Cli.Akshi.Events;
using Trellis.Cli.Akshi.Findings;
using Trellis.Cli.Akshi.Tasks;

namespace Trellis.Cli.Akshi;

/// <summary>How the answers are printed: every field, also those that are null, under its name on the wire.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    Converters = [typeof(TimestampConverter)])]
[JsonSerializable(typeof(HealthStatus))]
[JsonSerializable(typeof(IReadOnlyList<AgentStatus>))]
[JsonSerializable(typeof(LogEntry))]
[JsonSerializable(typeof(PrintedFinding))]
[JsonSerializable(typeof(GivenFinding))]
[JsonSerializable(typeof(FindingReceipt))]
[JsonSerializable(typeof(IReadOnlyList<BrokerGrant>))]
[JsonSerializable(typeof(GrantChange))]
[JsonSerializable(typeof(PrintedApprovals))]
[JsonSerializable(typeof(ApprovalReceipt))]
[JsonSerializable(typeof(PrintedDecisions))]
[JsonSerializable(typeof(PrintedTasks))]
[JsonSerializable(typeof(A2ATask))]
[JsonSerializable(typeof(PrintedEvent))]
[JsonSerializable(typeof(ReloadResult))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(string))]
internal sealed partial class AkshiJsonContext : JsonSerializerContext;
