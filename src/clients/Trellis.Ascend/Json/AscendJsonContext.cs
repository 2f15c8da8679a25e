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
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class AscendJsonContext : JsonSerializerContext;
