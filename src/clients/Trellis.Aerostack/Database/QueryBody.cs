using System.Text.Json.Nodes;

namespace Trellis.Aerostack.Json;

internal sealed record QueryBody(string Sql, IReadOnlyList<JsonNode?>? Params);
