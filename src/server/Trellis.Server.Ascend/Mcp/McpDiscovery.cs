using Trellis.Server.Ascend.Http;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Mcp;

/// <summary>
/// Discovery of MCP servers (contract, section 2.12). This server looks into its registry and never into the network; its answers say so.
/// </summary>
internal sealed class McpDiscovery(IStore store)
{
    private const string Note = "This server does not scan networks; these are the registered MCP servers.";

    /// <summary>Which servers there are.</summary>
    public ValueTask<JsonAnswer> ScanAsync(AscendCall call) => AnswerAsync(call, "discovered_count", "scan_timestamp");

    /// <summary>How they are.</summary>
    public ValueTask<JsonAnswer> MonitorAsync(AscendCall call) => AnswerAsync(call, "monitored_count", "timestamp");

    /// <summary>In which state they are.</summary>
    public ValueTask<JsonAnswer> StatusAsync(AscendCall call) => AnswerAsync(call, "total", "timestamp");

    private async ValueTask<JsonAnswer> AnswerAsync(AscendCall call, string count, string timestamp)
    {
        var servers = await store.ReadAsync(session => McpServerTable.ListAsync(session, call.OrganisationId), call.Aborted);
        return Answer.Ok(json =>
        {
            json.WriteBoolean("success"u8, true);
            json.WriteNumber(count, servers.Count);
            json.WriteNumber("active_count"u8, servers.Count(static server => server is { IsActive: true, BlockedReason: null }));
            McpServerJson.WriteList(json, servers);
            json.WriteString(timestamp, WireTime.Text(call.At));
            json.WriteString("note"u8, Note);
        });
    }
}
