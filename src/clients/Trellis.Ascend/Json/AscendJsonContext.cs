using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Trellis.Ascend.Json;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(TolerantTextConverter), typeof(TolerantTimestampConverter)])]
[JsonSerializable(typeof(DecisionBody))]
[JsonSerializable(typeof(RegistrationBody))]
[JsonSerializable(typeof(RegisteredAgent))]
[JsonSerializable(typeof(ActionLogEntry))]
[JsonSerializable(typeof(ApprovalBody))]
[JsonSerializable(typeof(ApprovalList))]
[JsonSerializable(typeof(ApprovalDecision))]
[JsonSerializable(typeof(WebhookRegistration))]
[JsonSerializable(typeof(WebhookSubscription))]
[JsonSerializable(typeof(GovernancePolicy))]
[JsonSerializable(typeof(PolicyList))]
[JsonSerializable(typeof(DeploymentBody))]
[JsonSerializable(typeof(PolicyQuestion))]
[JsonSerializable(typeof(PolicyEvaluation))]
[JsonSerializable(typeof(ActionDetails))]
[JsonSerializable(typeof(ActionList))]
[JsonSerializable(typeof(WebhookChange))]
[JsonSerializable(typeof(WebhookList))]
[JsonSerializable(typeof(WebhookTestResult))]
[JsonSerializable(typeof(KillSwitchStatus))]
[JsonSerializable(typeof(AgentHealth))]
[JsonSerializable(typeof(HeartbeatBody))]
[JsonSerializable(typeof(HeartbeatReceipt))]
[JsonSerializable(typeof(AgentCommandList))]
[JsonSerializable(typeof(CommandReceipt))]
[JsonSerializable(typeof(AuditPage))]
[JsonSerializable(typeof(AuditIntegrity))]
[JsonSerializable(typeof(ClassificationList))]
[JsonSerializable(typeof(AlertList))]
[JsonSerializable(typeof(McpServer))]
[JsonSerializable(typeof(McpServerList))]
[JsonSerializable(typeof(McpServerRegistration))]
[JsonSerializable(typeof(McpDiscovery))]
[JsonSerializable(typeof(OrchestrationSession))]
[JsonSerializable(typeof(SessionRisk))]
[JsonSerializable(typeof(CascadeResult))]
[JsonSerializable(typeof(OutputFindingList))]
[JsonSerializable(typeof(OutputScan))]
[JsonSerializable(typeof(SupplyChainComponent))]
[JsonSerializable(typeof(SupplyChainComponentList))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class AscendJsonContext : JsonSerializerContext;
