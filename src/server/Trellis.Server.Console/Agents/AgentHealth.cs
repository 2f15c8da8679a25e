using System.Text.Json;

namespace Trellis.Server.Console.Agents;

/// <summary>How an agent says that it is.</summary>
/// <param name="Status"><c>online</c>, <c>degraded</c> or <c>offline</c>.</param>
/// <param name="LastHeartbeat">Its last sign of life; null for none.</param>
/// <param name="UptimeSeconds">How long it has been there without a gap.</param>
/// <param name="Metadata">What it said of itself.</param>
internal sealed record AgentHealth(string Status, DateTimeOffset? LastHeartbeat, long? UptimeSeconds, JsonElement Metadata);
