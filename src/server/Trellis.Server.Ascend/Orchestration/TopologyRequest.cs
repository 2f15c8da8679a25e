using System.Globalization;
using System.Text.Json;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Ascend.Orchestration;

/// <summary>Reads the body of a topology: an orchestrator and 1 to 20 different members.</summary>
internal static class TopologyRequest
{
    private const int Most = 20;

    /// <summary>The orchestrator.</summary>
    public static string ReadOrchestrator(Fields fields) => fields.Text("orchestrator_agent_id", 64);

    /// <summary>Members that are agents.</summary>
    public static IReadOnlyList<string> ReadWorkers(Fields fields, string orchestratorId)
    {
        const string Name = "worker_agent_ids";
        var workers = fields.OptionalTexts(Name, Most, 64) ?? [];
        Check(fields, Name, workers);
        if (workers.Contains(orchestratorId))
            fields.Errors.Add(Name, "must not hold the orchestrator itself");
        return workers;
    }

    /// <summary>Members that are MCP servers, by number.</summary>
    public static IReadOnlyList<long> ReadServers(Fields fields)
    {
        const string Name = "mcp_server_ids";
        var servers = new List<long>();
        if (fields.TryGet(Name, out var list) && list.ValueKind is JsonValueKind.Array)
        {
            foreach (var element in list.EnumerateArray())
            {
                if (element.ValueKind is JsonValueKind.Number && element.TryGetInt64(out var number) && number > 0)
                    servers.Add(number);
                else
                    fields.Errors.Add(Name, "must be a list of whole numbers from 1");
            }
        }

        Check(fields, Name, [.. servers.Select(static number => number.ToString(CultureInfo.InvariantCulture))]);
        return servers;
    }

    private static void Check(Fields fields, string name, IReadOnlyList<string> members)
    {
        if (members.Count is 0 or > Most)
            fields.Errors.Add(name, $"must be a list of 1 to {Most}");
        else if (members.Distinct(StringComparer.Ordinal).Count() != members.Count)
            fields.Errors.Add(name, "must not hold anything twice");
    }
}
