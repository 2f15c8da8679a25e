using System.Text.Json.Nodes;
using Trellis.Ascend.Json;

namespace Trellis.Ascend;

/// <content>The registry of MCP servers, and their discovery.</content>
public sealed partial class AscendMcp
{
    /// <summary>Registers an MCP server.</summary>
    /// <param name="server">The server.</param>
    /// <param name="cancellationToken">Gives the call up; the server may be registered all the same.</param>
    /// <exception cref="AscendValidationException">The name is blank, or the server refused a value.</exception>
    /// <exception cref="AscendConflictException">There is a server of that name.</exception>
    /// <exception cref="AscendException">The call failed.</exception>
    public async Task<McpServer> RegisterServerAsync(McpServerRegistration server, CancellationToken cancellationToken = default) =>
        (await _connection.SendAsync(Registering(server), cancellationToken).ConfigureAwait(false)).Unwrap();

    /// <inheritdoc cref="RegisterServerAsync"/>
    public McpServer RegisterServer(McpServerRegistration server, CancellationToken cancellationToken = default) =>
        _connection.Send(Registering(server), cancellationToken).Unwrap();

    /// <summary>Lists the registered servers.</summary>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<McpServerList> ListServersAsync(CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Requests.Read(_list), cancellationToken);

    /// <inheritdoc cref="ListServersAsync"/>
    public McpServerList ListServers(CancellationToken cancellationToken = default) => _connection.Send(Requests.Read(_list), cancellationToken);

    /// <summary>Tells all about a registered server.</summary>
    /// <param name="serverName">The server.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AscendNotFoundException">There is no such server.</exception>
    /// <exception cref="AscendException">The call failed.</exception>
    public async Task<McpServer> GetServerAsync(string serverName, CancellationToken cancellationToken = default) =>
        (await _connection.SendAsync(Requests.Read(_get, PathOf(_get, serverName)), cancellationToken).ConfigureAwait(false)).Unwrap();

    /// <inheritdoc cref="GetServerAsync"/>
    public McpServer GetServer(string serverName, CancellationToken cancellationToken = default) =>
        _connection.Send(Requests.Read(_get, PathOf(_get, serverName)), cancellationToken).Unwrap();

    /// <summary>Lets a server's tools be used. Needs a person's token.</summary>
    /// <param name="serverName">The server.</param>
    /// <param name="cancellationToken">Gives the call up; the server may be active all the same.</param>
    /// <returns>What the server answers.</returns>
    /// <exception cref="AscendNotFoundException">There is no such server.</exception>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<JsonObject> ActivateServerAsync(string serverName, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Requests.Change(_activate, PathOf(_activate, serverName)), cancellationToken);

    /// <inheritdoc cref="ActivateServerAsync"/>
    public JsonObject ActivateServer(string serverName, CancellationToken cancellationToken = default) =>
        _connection.Send(Requests.Change(_activate, PathOf(_activate, serverName)), cancellationToken);

    /// <summary>Lets none of a server's tools be used. Needs a person's token.</summary>
    /// <param name="serverName">The server.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Gives the call up; the server may be inactive all the same.</param>
    /// <returns>What the server answers.</returns>
    /// <exception cref="AscendNotFoundException">There is no such server.</exception>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<JsonObject> DeactivateServerAsync(string serverName, string? reason = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Deactivating(serverName, reason), cancellationToken);

    /// <inheritdoc cref="DeactivateServerAsync"/>
    public JsonObject DeactivateServer(string serverName, string? reason = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Deactivating(serverName, reason), cancellationToken);

    /// <summary>Takes a server out of the registry. Needs a person's token.</summary>
    /// <param name="serverName">The server.</param>
    /// <param name="cancellationToken">Gives the call up; the server may be gone all the same.</param>
    /// <returns>What the server answers.</returns>
    /// <exception cref="AscendNotFoundException">There is no such server.</exception>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<JsonObject> DeleteServerAsync(string serverName, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Requests.Read(_delete, PathOf(_delete, serverName)), cancellationToken);

    /// <inheritdoc cref="DeleteServerAsync"/>
    public JsonObject DeleteServer(string serverName, CancellationToken cancellationToken = default) =>
        _connection.Send(Requests.Read(_delete, PathOf(_delete, serverName)), cancellationToken);

    /// <summary>Has the server look for MCP servers.</summary>
    /// <param name="scope">Where to look, in the server's own words; <see langword="null"/> for its choice. Not changed.</param>
    /// <param name="cancellationToken">Gives the call up; the scan may go on all the same.</param>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<McpDiscovery> ScanNetworkAsync(JsonObject? scope = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Scanning(scope), cancellationToken);

    /// <inheritdoc cref="ScanNetworkAsync"/>
    public McpDiscovery ScanNetwork(JsonObject? scope = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Scanning(scope), cancellationToken);

    /// <summary>Tells how the discovered servers are.</summary>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>What the server answers.</returns>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<JsonObject> GetHealthAsync(CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Requests.Read(_health), cancellationToken);

    /// <inheritdoc cref="GetHealthAsync"/>
    public JsonObject GetHealth(CancellationToken cancellationToken = default) => _connection.Send(Requests.Read(_health), cancellationToken);

    /// <summary>Tells which of the discovered servers can be reached.</summary>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>What the server answers.</returns>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<JsonObject> GetServerStatusAsync(CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Requests.Read(_status), cancellationToken);

    /// <inheritdoc cref="GetServerStatusAsync"/>
    public JsonObject GetServerStatus(CancellationToken cancellationToken = default) => _connection.Send(Requests.Read(_status), cancellationToken);

    private static string PathOf<T>(ApiOperation<T> operation, string serverName) => PathSegment.In(operation.Path, serverName, "server_name");

    private ApiRequest<McpServer> Registering(McpServerRegistration server)
    {
        ArgumentNullException.ThrowIfNull(server);
        var checks = default(FieldChecks);
        checks.RequireText(server.ServerName, "server_name");
        checks.RequireText(server.TransportType, "transport_type");
        checks.ThrowIfAny();
        return Requests.Change(_register, body: CanonicalBody.Of(server, AscendJsonContext.Default.McpServerRegistration));
    }

    private ApiRequest<JsonObject> Deactivating(string serverName, string? reason) => Requests.Change(
        _deactivate,
        PathOf(_deactivate, serverName),
        string.IsNullOrEmpty(reason) ? null : new CanonicalBody(new JsonObject { ["reason"] = reason }));

    private ApiRequest<McpDiscovery> Scanning(JsonObject? scope) => Requests.Change(_scan, body: scope is null ? null : new CanonicalBody(scope));
}
