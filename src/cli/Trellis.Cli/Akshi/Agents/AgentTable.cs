using System.Globalization;
using Trellis.Akshi;

namespace Trellis.Cli.Akshi.Agents;

/// <summary>Agents as a table.</summary>
internal static class AgentTable
{
    private const string NoLimit = "no limit";

    public static Table Of(IReadOnlyList<AgentStatus> agents)
    {
        var table = new Table(
            "Agents", new("Name"), new("Status"), new("Restarts", IsNumber: true), new("Uptime", IsNumber: true, IsPassing: true),
            new("Last active", IsNumber: true, IsPassing: true), new("Memory", IsNumber: true, IsPassing: true), new("Fuel left", IsNumber: true, IsPassing: true));
        foreach (var agent in agents)
        {
            table.Add(
                agent.Name,
                agent.Status?.ToString(),
                agent.RestartCount?.ToString(CultureInfo.InvariantCulture),
                agent.UptimeMs is { } uptime ? Duration.Of(uptime) : null,
                agent.LastActivityMsAgo is { } ago ? Duration.Of(ago) : null,
                agent.MemoryProfile?.HeapBytes is { } bytes ? Memory(bytes) : null,
                agent.MemoryProfile is { } memory ? memory.FuelRemaining?.ToString("N0", CultureInfo.InvariantCulture) ?? NoLimit : null);
        }

        return table;
    }

    private static string Memory(ulong bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:N0} KiB");
}
