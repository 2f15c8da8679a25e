using System.Text.Json.Nodes;

namespace Trellis.Aerostack.Json;

internal sealed record InvokeBody(JsonObject Data, string ServiceName);
