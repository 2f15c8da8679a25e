using System.Text.Json.Nodes;

namespace Trellis.Ascend;

/// <summary>What was recorded about all that happened. Reached through <see cref="AscendClient.Audit"/>. Safe for concurrent use.</summary>
public sealed class AscendAudit
{
    private readonly ApiConnection _connection;
    private readonly ApiOperation<AuditPage> _query;
    private readonly ApiOperation<AuditIntegrity> _verify;
    private readonly ApiOperation<JsonObject> _export;

    internal AscendAudit(ApiConnection connection, AscendOperations operations)
    {
        _connection = connection;
        _query = operations.Get<AuditPage>("audit.query", "/audit/logs");
        _verify = operations.Post<AuditIntegrity>("audit.verify", "/api/audit/verify-integrity");
        _export = operations.Get<JsonObject>("audit.export", "/api/audit/export/csv");
    }

    /// <summary>Reads a part of the log.</summary>
    /// <param name="limit">How many records at the most.</param>
    /// <param name="offset">How many to pass over.</param>
    /// <param name="filter">Which ones; <see langword="null"/> for all.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<AuditPage> QueryAsync(int limit = 50, int offset = 0, AuditFilter? filter = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Querying(limit, offset, filter), cancellationToken);

    /// <inheritdoc cref="QueryAsync"/>
    public AuditPage Query(int limit = 50, int offset = 0, AuditFilter? filter = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Querying(limit, offset, filter), cancellationToken);

    /// <summary>Has the server check that no record was changed, removed or put in.</summary>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AscendException">The call failed. Records that were tampered with are no failure of the call.</exception>
    public Task<AuditIntegrity> VerifyIntegrityAsync(CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Requests.Change(_verify), cancellationToken);

    /// <inheritdoc cref="VerifyIntegrityAsync"/>
    public AuditIntegrity VerifyIntegrity(CancellationToken cancellationToken = default) =>
        _connection.Send(Requests.Change(_verify), cancellationToken);

    /// <summary>
    /// Writes the log as comma-separated values, as it arrives, whatever its size. Each read may take as long as a request otherwise.
    /// </summary>
    /// <param name="destination">Where it goes; stays open. After a failure it holds what had arrived.</param>
    /// <param name="filter">Which records; <see langword="null"/> for all.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AscendException">The call failed. It is not retried once something has arrived.</exception>
    public Task ExportCsvAsync(Stream destination, AuditFilter? filter = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Exporting(destination, filter), cancellationToken);

    /// <inheritdoc cref="ExportCsvAsync"/>
    public void ExportCsv(Stream destination, AuditFilter? filter = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Exporting(destination, filter), cancellationToken);

    private ApiRequest<AuditPage> Querying(int limit, int offset, AuditFilter? filter)
    {
        var query = new Query(_query.Path).Add("limit", limit).Add("offset", offset);
        return Requests.Read(_query, (filter?.AddTo(query) ?? query).ToString());
    }

    private ApiRequest<JsonObject> Exporting(Stream destination, AuditFilter? filter)
    {
        ArgumentNullException.ThrowIfNull(destination);
        var query = new Query(_export.Path);
        return new(_export, Path: (filter?.AddTo(query) ?? query).ToString(), Destination: destination);
    }
}
