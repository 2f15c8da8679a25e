using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Trellis.Ascend;
using Trellis.Cli.Ascend.Approvals;
using Trellis.Cli.Ascend.Audit;
using Trellis.Cli.Ascend.Connection;
using Trellis.Cli.Ascend.KillSwitch;
using Trellis.Cli.Ascend.Policies;
using Trellis.Cli.Ascend.Webhooks;

namespace Trellis.Cli.Ascend;

/// <summary>How the answers are printed: every field, also those that are null, under its name on the wire.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    Converters = [typeof(TimestampConverter), typeof(DecisionConverter), typeof(RiskLevelConverter)])]
[JsonSerializable(typeof(RegisteredAgent))]
[JsonSerializable(typeof(AuthorizationDecision))]
[JsonSerializable(typeof(ActionLogEntry))]
[JsonSerializable(typeof(PrintedApprovals))]
[JsonSerializable(typeof(ApprovalDecision))]
[JsonSerializable(typeof(PrintedDecisions))]
[JsonSerializable(typeof(PrintedPolicies))]
[JsonSerializable(typeof(PrintedWebhook))]
[JsonSerializable(typeof(PrintedWebhooks))]
[JsonSerializable(typeof(WebhookTestResult))]
[JsonSerializable(typeof(PrintedAuditEvent))]
[JsonSerializable(typeof(AuditIntegrity))]
[JsonSerializable(typeof(PrintedKillSwitch))]
[JsonSerializable(typeof(PrintedConnection))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class AscendJsonContext : JsonSerializerContext;
