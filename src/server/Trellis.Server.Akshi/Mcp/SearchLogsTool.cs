using System.Text.Json;
using Trellis.Server.Akshi.Logs;

namespace Trellis.Server.Akshi.Mcp;

/// <summary>Searches what the agent has logged, as far as it is kept.</summary>
internal sealed class SearchLogsTool(RuntimeLog log) : IAgentTool
{
    /// <inheritdoc/>
    public string Name => "search_logs";

    /// <inheritdoc/>
    public string Description => "Searches the log of this agent.";

    /// <inheritdoc/>
    public string InputSchema => ToolArguments.Schema;

    /// <inheritdoc/>
    public ValueTask<string> CallAsync(string agent, JsonElement arguments, CancellationToken cancellationToken)
    {
        var wanted = ToolArguments.Read(arguments);
        string[] matches =
        [
            .. log.Read(0, null, RuntimeLog.Capacity).Entries
                .Where(entry => entry.Agent == agent && wanted.Fits(entry.Message))
                .Select(static entry => $"#{entry.Seq} {entry.Severity.ToString().ToLowerInvariant()} {entry.Message}"),
        ];
        return new(wanted.Report(matches));
    }
}
