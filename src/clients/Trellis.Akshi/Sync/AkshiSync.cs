using Trellis.Akshi.Json;

namespace Trellis.Akshi;

/// <summary>
/// Journals of agents, and how they reach other nodes. Reached through <see cref="AkshiClient.Sync"/>; safe for concurrent use. Contract
/// section 2.10.
/// </summary>
public sealed class AkshiSync
{
    private readonly ApiConnection _connection;
    private readonly ApiOperation<SyncConvergence> _convergence;
    private readonly ApiOperation<SyncEnvelopePage> _list;
    private readonly ApiOperation<SyncReceipt> _post;

    internal AkshiSync(ApiConnection connection, AkshiOperations operations)
    {
        _connection = connection;
        _convergence = operations.Get<SyncConvergence>("sync.convergence", "/api/v1/sync/convergence");
        _list = operations.Get<SyncEnvelopePage>("sync.envelopes", "/api/v1/sync/envelopes");
        _post = operations.Post<SyncReceipt>("sync.post", "/api/v1/sync/envelopes");
    }

    /// <summary>Tells how far the peers have an agent's journal.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AkshiException">The call failed.</exception>
    public Task<SyncConvergence> GetConvergenceAsync(string agent, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(GettingConvergence(agent), cancellationToken);

    /// <inheritdoc cref="GetConvergenceAsync"/>
    public SyncConvergence GetConvergence(string agent, CancellationToken cancellationToken = default) =>
        _connection.Send(GettingConvergence(agent), cancellationToken);

    /// <summary>Reads a part of an agent's journal.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="since">The place after which it begins; 0 for the beginning.</param>
    /// <param name="limit">How many entries at the most; <see langword="null"/> for the server's default, 100.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="ArgumentOutOfRangeException">The place is negative, or the limit is not positive.</exception>
    /// <exception cref="AkshiException">The call failed.</exception>
    public Task<SyncEnvelopePage> ListEnvelopesAsync(
        string agent, long since = 0, int? limit = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Listing(agent, since, limit), cancellationToken);

    /// <inheritdoc cref="ListEnvelopesAsync"/>
    public SyncEnvelopePage ListEnvelopes(string agent, long since = 0, int? limit = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Listing(agent, since, limit), cancellationToken);

    /// <summary>Hands in entries of journals. Those with a wrong signature, and those that are known, are passed over, which the answer counts.</summary>
    /// <param name="peerId">Who hands them in.</param>
    /// <param name="envelopes">The entries, with their <see cref="SyncEnvelope.Payload"/>.</param>
    /// <param name="cancellationToken">Gives the call up; entries may be taken all the same.</param>
    /// <exception cref="AkshiException">The call failed.</exception>
    public Task<SyncReceipt> PostEnvelopesAsync(
        string peerId, IEnumerable<SyncEnvelope> envelopes, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Posting(peerId, envelopes), cancellationToken);

    /// <inheritdoc cref="PostEnvelopesAsync"/>
    public SyncReceipt PostEnvelopes(string peerId, IEnumerable<SyncEnvelope> envelopes, CancellationToken cancellationToken = default) =>
        _connection.Send(Posting(peerId, envelopes), cancellationToken);

    private ApiRequest<SyncConvergence> GettingConvergence(string agent)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(agent);
        return new(_convergence, Path: new Query(_convergence.Path).Add("agent", agent).ToString());
    }

    private ApiRequest<SyncEnvelopePage> Listing(string agent, long since, int? limit)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(agent);
        ArgumentOutOfRangeException.ThrowIfNegative(since);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit ?? 1, 1, nameof(limit));
        return new(_list, Path: new Query(_list.Path).Add("agent", agent).Add("since", since == 0 ? null : since).Add("limit", limit).ToString());
    }

    private ApiRequest<SyncReceipt> Posting(string peerId, IEnumerable<SyncEnvelope> envelopes)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(peerId);
        ArgumentNullException.ThrowIfNull(envelopes);
        return new(_post, RequestBody.From(new EnvelopesBody(peerId, [.. envelopes]), AkshiJsonContext.Default.EnvelopesBody));
    }
}
