using System.Text.Json.Nodes;

namespace Trellis.Aerostack.Json;

internal sealed record EnqueueBody(JsonObject Data, string Type, long? Delay);
