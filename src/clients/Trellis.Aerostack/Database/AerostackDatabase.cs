using System.Globalization;
using System.Text.Json.Nodes;
using Trellis.Aerostack.Json;

namespace Trellis.Aerostack;

/// <summary>
/// The project's SQL database. Reached through <see cref="AerostackClient.Database"/>; safe for concurrent use. Contract sections 2.1.6 and
/// 2.2.1.
/// </summary>
public sealed class AerostackDatabase
{
    private readonly AerostackConnection _connection;
    private readonly ApiOperation<DbQueryResult> _query;
    private readonly ApiOperation<DbBatchResult> _batch;

    internal AerostackDatabase(AerostackConnection connection)
    {
        _connection = connection;
        var operations = connection.Operations;
        _query = operations.Post<DbQueryResult>("db.query", "/db/query", 200, 400, 401, 500);
        _batch = operations.Post<DbBatchResult>("db.batch", "/db/batch", 200, 400, 401, 500);
    }

    /// <summary>Carries out a statement.</summary>
    /// <param name="sql">The statement, with <c>?</c> where a parameter belongs.</param>
    /// <param name="parameters">What the question marks stand for, in their order; <see langword="null"/> for none.</param>
    /// <param name="options">In what the call differs from the client's options.</param>
    /// <param name="cancellationToken">Gives the call up; the statement may have been carried out all the same.</param>
    /// <exception cref="AerostackErrorResponseException">The statement failed (400, 500), or the key is wrong (401).</exception>
    /// <exception cref="AerostackException">The call failed.</exception>
    public Task<DbQueryResult> QueryAsync(
        string sql,
        IReadOnlyList<JsonNode?>? parameters = null,
        AerostackCallOptions? options = null,
        CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Querying(sql, parameters), options, cancellationToken);

    /// <inheritdoc cref="QueryAsync(string, IReadOnlyList{JsonNode}, AerostackCallOptions, CancellationToken)"/>
    public DbQueryResult Query(
        string sql,
        IReadOnlyList<JsonNode?>? parameters = null,
        AerostackCallOptions? options = null,
        CancellationToken cancellationToken = default) =>
        _connection.Send(Querying(sql, parameters), options, cancellationToken);

    /// <summary>Carries out a statement.</summary>
    /// <param name="query">The statement.</param>
    /// <param name="options">In what the call differs from the client's options.</param>
    /// <param name="cancellationToken">Gives the call up; the statement may have been carried out all the same.</param>
    /// <exception cref="AerostackErrorResponseException">The statement failed (400, 500), or the key is wrong (401).</exception>
    /// <exception cref="AerostackException">The call failed.</exception>
    public Task<DbQueryResult> QueryAsync(DbQuery query, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Querying(query), options, cancellationToken);

    /// <inheritdoc cref="QueryAsync(DbQuery, AerostackCallOptions, CancellationToken)"/>
    public DbQueryResult Query(DbQuery query, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Querying(query), options, cancellationToken);

    /// <summary>Carries out statements one after the other. It is no transaction: what succeeded stays, and a failure is told in the answer.</summary>
    /// <param name="statements">The statements, at most 25.</param>
    /// <param name="options">In what the call differs from the client's options.</param>
    /// <param name="cancellationToken">Gives the call up; statements may have been carried out all the same.</param>
    /// <exception cref="AerostackErrorResponseException">The batch was refused (400), the key is wrong (401), or the server failed (500).</exception>
    /// <exception cref="AerostackException">The call failed.</exception>
    public Task<DbBatchResult> BatchAsync(
        IReadOnlyList<DbStatement> statements, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Batching(statements), options, cancellationToken);

    /// <inheritdoc cref="BatchAsync"/>
    public DbBatchResult Batch(
        IReadOnlyList<DbStatement> statements, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Batching(statements), options, cancellationToken);

    private ApiRequest<DbQueryResult> Querying(string sql, IReadOnlyList<JsonNode?>? parameters)
    {
        ArgumentNullException.ThrowIfNull(sql);
        return new(_query, RequestBody.From(new(sql, parameters), AerostackJsonContext.Default.QueryBody));
    }

    private ApiRequest<DbQueryResult> Querying(DbQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (query.RequestId is { } id)
        {
            headers[AerostackHeaders.RequestId] = id.ToString("D", CultureInfo.InvariantCulture);
        }

        if (query.SdkVersion is { } version)
        {
            headers[AerostackHeaders.SdkVersion] = version;
        }

        return Querying(query.Sql, query.Params) with { Overrides = new CallOverrides { Headers = headers } };
    }

    private ApiRequest<DbBatchResult> Batching(IReadOnlyList<DbStatement> statements)
    {
        ArgumentNullException.ThrowIfNull(statements);
        return new(_batch, RequestBody.From(new(statements), AerostackJsonContext.Default.BatchBody));
    }
}
