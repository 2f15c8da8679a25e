namespace Trellis.Akshi;

/// <summary>
/// Grants by their agent and their domain, without their ids. Reached through <see cref="AkshiClient.Grants"/>; safe for concurrent use.
/// Contract section 2.6.
/// </summary>
public sealed class AkshiGrants
{
    private readonly ApiConnection _connection;
    private readonly ApiOperation<GrantChange> _revoke;
    private readonly ApiOperation<GrantChange> _restore;

    internal AkshiGrants(ApiConnection connection, AkshiOperations operations)
    {
        _connection = connection;
        _revoke = operations.Post<GrantChange>("grants.revoke", "/api/v1/broker/grants/{agent}/{domain}/revoke");
        _restore = operations.Post<GrantChange>("grants.restore", "/api/v1/broker/grants/{agent}/{domain}/restore");
    }

    /// <summary>Takes a grant back, at once.</summary>
    /// <param name="agent">Whose it is.</param>
    /// <param name="domain">What its secret is for.</param>
    /// <param name="cancellationToken">Gives the call up; the grant may be revoked all the same.</param>
    /// <exception cref="ArgumentException">A name is blank.</exception>
    /// <exception cref="AkshiNotFoundException">There is no active grant of these.</exception>
    /// <exception cref="AkshiException">The call failed.</exception>
    public Task<GrantChange> RevokeAsync(string agent, string domain, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Changing(_revoke, agent, domain), cancellationToken);

    /// <inheritdoc cref="RevokeAsync"/>
    public GrantChange Revoke(string agent, string domain, CancellationToken cancellationToken = default) =>
        _connection.Send(Changing(_revoke, agent, domain), cancellationToken);

    /// <summary>Gives a grant again that was taken back.</summary>
    /// <param name="agent">Whose it is.</param>
    /// <param name="domain">What its secret is for.</param>
    /// <param name="cancellationToken">Gives the call up; the grant may be restored all the same.</param>
    /// <exception cref="ArgumentException">A name is blank.</exception>
    /// <exception cref="AkshiNotFoundException">There is no revoked grant of these.</exception>
    /// <exception cref="AkshiException">The call failed.</exception>
    public Task<GrantChange> RestoreAsync(string agent, string domain, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Changing(_restore, agent, domain), cancellationToken);

    /// <inheritdoc cref="RestoreAsync"/>
    public GrantChange Restore(string agent, string domain, CancellationToken cancellationToken = default) =>
        _connection.Send(Changing(_restore, agent, domain), cancellationToken);

    private static ApiRequest<GrantChange> Changing(ApiOperation<GrantChange> operation, string agent, string domain) =>
        new(operation, Path: PathSegment.In(operation.Path, agent, domain));
}
