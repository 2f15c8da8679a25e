namespace Trellis.Ascend;

/// <summary>Alerts. Reached through <see cref="AscendClient.Alerts"/>. Safe for concurrent use.</summary>
public sealed class AscendAlerts
{
    private const int MaxLimit = 500;

    private readonly ApiConnection _connection;
    private readonly ApiOperation<AlertList> _list;

    internal AscendAlerts(ApiConnection connection, AscendOperations operations)
    {
        _connection = connection;
        _list = operations.Get<AlertList>("alerts.list", "/api/alerts");
    }

    /// <summary>Lists alerts. Contract section 2.14.</summary>
    /// <param name="type">Only those of this kind, such as <c>supply_chain_cve</c>; <see langword="null"/> for all.</param>
    /// <param name="limit">How many at the most, from 1 to 500.</param>
    /// <param name="acknowledged">Only those that somebody has seen, or has not; <see langword="null"/> for all.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AscendValidationException">The limit is out of its range; nothing was sent.</exception>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<AlertList> ListAsync(
        string? type = null, int limit = 50, bool? acknowledged = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Listing(type, limit, acknowledged), cancellationToken);

    /// <inheritdoc cref="ListAsync"/>
    public AlertList List(string? type = null, int limit = 50, bool? acknowledged = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Listing(type, limit, acknowledged), cancellationToken);

    private ApiRequest<AlertList> Listing(string? type, int limit, bool? acknowledged)
    {
        var checks = default(FieldChecks);
        checks.Require(limit is >= 1 and <= MaxLimit, "limit", "must be from 1 to 500");
        checks.ThrowIfAny();
        return Requests.Read(_list, new Query(_list.Path).Add("type", type).Add("limit", limit).Add("acknowledged", acknowledged).ToString());
    }
}
