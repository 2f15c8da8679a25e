using System.Text.Json.Nodes;

namespace Trellis.Ascend;

/// <summary>Messages about kill switches that reach a client inside its process. Contract section 2.12.</summary>
internal static class KillSwitchMessage
{
    private const string NoReason = "Blocked by a kill-switch message.";

    /// <summary>Does what a message says. One that is malformed, or about something else, is ignored.</summary>
    /// <returns>Whether it said something.</returns>
    public static bool Apply(JsonObject message, KillSwitchGate gate)
    {
        var reason = Text(message, "reason") ?? NoReason;
        string? blocked;
        switch (Text(message, "command_type")?.ToUpperInvariant())
        {
            case "BLOCK":
                blocked = reason;
                break;
            case "UNBLOCK":
                blocked = null;
                break;
            default:
                return false;
        }

        switch (Text(message, "target_type") ?? "agent")
        {
            case "agent":
                gate.SetAgent(blocked);
                return true;
            case "mcp_server" when ServerName(message) is { Length: > 0 } name:
                gate.SetServer(name, blocked);
                return true;
            default:
                return false;
        }
    }

    private static string? ServerName(JsonObject message) =>
        (message["parameters"] is JsonObject parameters ? Text(parameters, "mcp_server") : null) ?? Text(message, "mcp_server");

    private static string? Text(JsonObject members, string name) =>
        members[name] is JsonValue value && value.TryGetValue<string>(out var text) && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
}
