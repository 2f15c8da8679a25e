using System.Text.Json.Nodes;

namespace Trellis.Akshi;

/// <summary>What gives an agent a task. Contract section 2.8.</summary>
internal sealed record A2ATaskBody(string From, string To, JsonNode Input);
