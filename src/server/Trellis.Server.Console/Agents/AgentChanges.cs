using System.Globalization;
using Trellis.Server.Console.Http;
using Trellis.Server.Console.Platforms;

namespace Trellis.Server.Console.Agents;

/// <summary>What people do to agents: let them work, stop them, trust them.</summary>
internal static class AgentChanges
{
    private static readonly HashSet<string> Ways = ["activate", "suspend", "deprecate", "retire"];

    /// <summary>Stops everything in the organisation, or lets it go on.</summary>
    public static async ValueTask<ConsoleResult> SwitchAsync(ConsoleCall call)
    {
        var stops = call.Field("verb") == "trigger";
        var organisation = call.Session.Operator.OrganisationId.ToString(CultureInfo.InvariantCulture);
        await call.Platforms.SendAsync(
            Platform.Ascend, "POST", $"/api/billing/kill-switch/{organisation}/{(stops ? "trigger" : "release")}", new { Reason = call.Field("reason") });
        return ConsoleResult.Go("/agents", stops ? "Everything is stopped: every action is denied." : "Agents may act again.");
    }

    /// <summary>Brings an agent to another status.</summary>
    public static async ValueTask<ConsoleResult> ChangeStatusAsync(ConsoleCall call)
    {
        var (name, way) = (call.Route("name"), call.Field("verb"));
        if (!Ways.Contains(way))
            return ConsoleResult.GoWithProblem(PathOf(name), "Say what is to become of the agent.");

        var answer = await call.Platforms.PostAsync<Changed>(
            Platform.Ascend, $"/api/registry/agents/{Uri.EscapeDataString(name)}/{way}", new { Reason = ReasonOf(call) });
        return ConsoleResult.Go(call.Field("from") == "list" ? "/agents" : PathOf(name), $"{name}: {answer.Message}");
    }

    /// <summary>Blocks an agent, or lets it go on: its own kill switch.</summary>
    public static async ValueTask<ConsoleResult> BlockAsync(ConsoleCall call)
    {
        var name = call.Route("name");
        var blocks = call.Field("verb") == "block";
        if (ReasonOf(call) is not { } reason)
            return ConsoleResult.GoWithProblem(PathOf(name), "Say why: the agent is told, and the audit trail keeps it.");

        await call.Platforms.SendAsync(
            Platform.Ascend,
            "POST",
            $"/api/registry/agents/{Uri.EscapeDataString(name)}/commands",
            new { CommandType = blocks ? "BLOCK" : "UNBLOCK", Reason = reason });
        return ConsoleResult.Go(PathOf(name), blocks ? $"{name} is blocked: all that it asks for is denied." : $"{name} is not blocked any more.");
    }

    /// <summary>Changes how far an agent is trusted.</summary>
    public static async ValueTask<ConsoleResult> ChangeTrustAsync(ConsoleCall call)
    {
        var name = call.Route("name");
        var answer = await call.Platforms.SendAsync<Changed>(
            Platform.Ascend,
            "PUT",
            $"/api/registry/agents/{Uri.EscapeDataString(name)}/trust",
            new { TrustLevel = call.Field("trust"), Reason = ReasonOf(call) });
        return ConsoleResult.Go(PathOf(name), $"{name}: {answer.Message}");
    }

    private static string PathOf(string name) => $"/agents/{Uri.EscapeDataString(name)}";

    private static string? ReasonOf(ConsoleCall call) => call.Field("reason") is { Length: > 0 } reason ? reason : null;

    private sealed record Changed(string Message);
}
