using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Governance;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Ascend.Requests;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Mcp;

/// <summary>
/// The registry of MCP servers (contract, section 2.12). Anybody of the organisation may register one; it may be used once an administrator
/// has activated it, which an administrator's own registration does at once.
/// </summary>
internal sealed class McpServerEndpoints(IStore store, CallWrites writes, IAuditLog audit)
{
    private const int LongestName = 255;
    private const int LongestReason = 1000;

    /// <summary>Registers a server.</summary>
    public async ValueTask<JsonAnswer> RegisterAsync(AscendCall call)
    {
        var fields = new Fields(call.Body);
        var server = new McpServer
        {
            OrganisationId = call.OrganisationId,
            Name = PathName.Read(fields, "server_name", LongestName),
            IsActive = call.Caller.IsAdmin,
            InactiveReason = call.Caller.IsAdmin ? null : "it waits for an administrator to activate it",
            Settings = McpServerSettings.Default.With(fields),
            RegisteredBy = call.Caller.ActorId,
            CreatedAt = call.At,
            UpdatedAt = call.At,
        };
        if (!fields.Errors.IsEmpty)
            return AscendErrors.Invalid(fields.Errors);

        return await writes.RunAsync(call, session => RegisterAsync(session, call, server));
    }

    /// <summary>The servers of the organisation.</summary>
    public async ValueTask<JsonAnswer> ListAsync(AscendCall call)
    {
        var servers = await store.ReadAsync(session => McpServerTable.ListAsync(session, call.OrganisationId), call.Aborted);
        return Answer.Ok(json =>
        {
            json.WriteBoolean("success"u8, true);
            McpServerJson.WriteList(json, servers);
            json.WriteNumber("total"u8, servers.Count);
        });
    }

    /// <summary>One server.</summary>
    public async ValueTask<JsonAnswer> GetAsync(AscendCall call)
    {
        var server = await store.ReadAsync(session => McpServerTable.FindAsync(session, call.OrganisationId, call.Route("name")), call.Aborted);
        return server is null
            ? AscendErrors.NotFound("The MCP server")
            : Answer.Ok(json => McpServerJson.WriteOne(json, server, $"The MCP server is {server.Status}."));
    }

    /// <summary>Changes what is given.</summary>
    public async ValueTask<JsonAnswer> UpdateAsync(AscendCall call)
    {
        var fields = new Fields(call.Body);
        McpServerSettings.Default.With(fields);
        if (!fields.Errors.IsEmpty)
            return AscendErrors.Invalid(fields.Errors);

        return await ChangeAsync(
            call, "mcp_server_updated", "update", server => server with { Settings = server.Settings.With(new Fields(call.Body)) });
    }

    /// <summary>Lets it be used.</summary>
    public ValueTask<JsonAnswer> ActivateAsync(AscendCall call) => ChangeAsync(
        call, "mcp_server_activated", "activate", static server => server with { IsActive = true, InactiveReason = null });

    /// <summary>Stops its use.</summary>
    public async ValueTask<JsonAnswer> DeactivateAsync(AscendCall call)
    {
        var fields = new Fields(call.Body);
        var reason = fields.OptionalText("reason", LongestReason);
        if (!fields.Errors.IsEmpty)
            return AscendErrors.Invalid(fields.Errors);

        return await ChangeAsync(
            call, "mcp_server_deactivated", "deactivate", server => server with { IsActive = false, InactiveReason = reason });
    }

    /// <summary>Takes it out of the registry.</summary>
    public ValueTask<JsonAnswer> DeleteAsync(AscendCall call) => store.WriteAsync(
        async session =>
        {
            if (await McpServerTable.FindForUpdateAsync(session, call.OrganisationId, call.Route("name")) is not { } server)
                return (JsonAnswer)AscendErrors.NotFound("The MCP server");

            await McpServerTable.DeleteAsync(session, server);
            await KeepAsync(session, call, server, "mcp_server_deleted", "delete");
            return Answer.Ok(json =>
            {
                json.WriteBoolean("success"u8, true);
                json.WriteString("server_name"u8, server.Name);
                json.WriteString("message"u8, "The MCP server is no longer registered."u8);
            });
        },
        call.Aborted);

    private async ValueTask<JsonAnswer> RegisterAsync(ISqlSession session, AscendCall call, McpServer server)
    {
        if (await McpServerTable.FindAsync(session, server.OrganisationId, server.Name) is not null)
            return Taken();

        var numbered = server with { Number = await RegistryNumbers.NextAsync(session, server.OrganisationId, "mcp_servers") };
        if (!await McpServerTable.TryAddAsync(session, numbered))
            return Taken();

        await KeepAsync(session, call, numbered, "mcp_server_registered", "register");
        var message = numbered.IsActive ? "The MCP server is registered." : "The MCP server is registered; an administrator has to activate it.";
        return Answer.Created(json => McpServerJson.WriteOne(json, numbered, message));
    }

    private ValueTask<JsonAnswer> ChangeAsync(AscendCall call, string eventType, string action, Func<McpServer, McpServer> change) =>
        store.WriteAsync(
            async session =>
            {
                if (await McpServerTable.FindForUpdateAsync(session, call.OrganisationId, call.Route("name")) is not { } server)
                    return (JsonAnswer)AscendErrors.NotFound("The MCP server");

                var changed = change(server) with { UpdatedAt = call.At };
                await McpServerTable.UpdateAsync(session, changed);
                await KeepAsync(session, call, changed, eventType, action);
                return Answer.Ok(json => McpServerJson.WriteOne(json, changed, $"The MCP server is {changed.Status}."));
            },
            call.Aborted);

    private async ValueTask KeepAsync(ISqlSession session, AscendCall call, McpServer server, string eventType, string action)
    {
        await GovernanceVersions.MarkRegistryAsync(session, call.OrganisationId);
        await audit.AppendAsync(session, McpServerEvents.Of(call, server, eventType, action));
    }

    private static AscendError Taken() => AscendErrors.Conflict("An MCP server of this name is registered already.");
}
