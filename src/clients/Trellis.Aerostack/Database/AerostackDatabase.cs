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

    internal AerostackDatabase(AerostackConnection connection)
    {
        _connection = connection;
        _query = connection.Operations.Post<DbQueryResult>("db.query", "/db/query", 200, 400, 401, 500);
    }

    /// <summary>Carries out a statement.</summary>
    /// <param name="sql">The statement, with <c>?</c> where a parameter belongs.</param>
    /// <param name="parameters">What the question marks stand for, in their order; <see langword="null"/> for none.</param>
    /// <param name="options">In what the call differs from the client's options.</param>
    /// <param name="cancellationToken">Gives the call up; the statement may have been carried out all the same.</param>
    /// <exception cref="AerostackErrorResponseException">The statement failed (400, 500), or the key is wrong (401).</exception>
    /// <exception cref="AerostackException">The call failed.</exception>
    public Task<DbQueryResult> QueryAsync(
        string sql, IReadOnlyList<JsonNode?>? parameters = null, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Querying(sql, parameters), options, cancellationToken);

    /// <inheritdoc cref="QueryAsync"/>
    public DbQueryResult Query(
        string sql, IReadOnlyList<JsonNode?>? parameters = null, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Querying(sql, parameters), options, cancellationToken);

    private ApiRequest<DbQueryResult> Querying(string sql, IReadOnlyList<JsonNode?>? parameters)
    {
        ArgumentNullException.ThrowIfNull(sql);
        return new(_query, RequestBody.From(new(sql, parameters), AerostackJsonContext.Default.QueryBody));
    }
}
