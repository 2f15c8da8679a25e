using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Trellis.Aerostack.Json;

/// <summary>What the client publishes. Contract section 7.2.</summary>
internal sealed record PublishFrame(
    string Type,
    string Topic,
    string Event,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] JsonNode? Data,
    bool? Persist,
    string Id);
