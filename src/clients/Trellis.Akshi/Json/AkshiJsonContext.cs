using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Trellis.Akshi.Json;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(TolerantTextConverter), typeof(LenientTimestampConverter)])]
[JsonSerializable(typeof(HealthStatus))]
[JsonSerializable(typeof(IReadOnlyList<AgentStatus>))]
[JsonSerializable(typeof(LogPage))]
[JsonSerializable(typeof(FindingPage))]
[JsonSerializable(typeof(FindingsBody))]
[JsonSerializable(typeof(FindingReceipt))]
[JsonSerializable(typeof(IReadOnlyList<BrokerGrant>))]
[JsonSerializable(typeof(GrantChange))]
[JsonSerializable(typeof(ApprovalList))]
[JsonSerializable(typeof(ApprovalBody))]
[JsonSerializable(typeof(ApprovalReceipt))]
[JsonSerializable(typeof(ApprovalGroups))]
[JsonSerializable(typeof(DecisionBody))]
[JsonSerializable(typeof(BatchBody))]
[JsonSerializable(typeof(BatchDecision))]
[JsonSerializable(typeof(A2ATaskList))]
[JsonSerializable(typeof(A2ATaskBody))]
[JsonSerializable(typeof(ReloadBody))]
[JsonSerializable(typeof(ReloadResult))]
[JsonSerializable(typeof(SyncConvergence))]
[JsonSerializable(typeof(SyncEnvelopePage))]
[JsonSerializable(typeof(EnvelopesBody))]
[JsonSerializable(typeof(SyncReceipt))]
[JsonSerializable(typeof(IReadOnlyList<RegistryPackage>))]
[JsonSerializable(typeof(McpBody))]
[JsonSerializable(typeof(McpAnswer))]
[JsonSerializable(typeof(McpToolList))]
[JsonSerializable(typeof(McpToolResult))]
[JsonSerializable(typeof(AgentCard))]
[JsonSerializable(typeof(DidDocument))]
[JsonSerializable(typeof(NodeDescription))]
[JsonSerializable(typeof(AguiEvent))]
[JsonSerializable(typeof(RuntimeEvent))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(JsonNode))]
[JsonSerializable(typeof(string))]
internal sealed partial class AkshiJsonContext : JsonSerializerContext;
