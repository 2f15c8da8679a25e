namespace Trellis.Akshi;

public sealed partial class AkshiClient
{
    /// <summary>Tells how the agents are. Python's <c>status</c>. Contract section 2.3.</summary>
    /// <param name="agent">One agent's name; <see langword="null"/> for all. A name that nobody has gives an empty list.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AkshiException">The call failed.</exception>
    public Task<IReadOnlyList<AgentStatus>> StatusAsync(string? agent = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(ReadingStatus(agent), cancellationToken);

    /// <inheritdoc cref="StatusAsync"/>
    public IReadOnlyList<AgentStatus> Status(string? agent = null, CancellationToken cancellationToken = default) =>
        _connection.Send(ReadingStatus(agent), cancellationToken);

    /// <summary>
    /// Reads a part of the log, the oldest lines first. Python's <c>logs</c>. Whether the line at <paramref name="since"/> is among them
    /// depends on the server; <see cref="FollowLogsAsync"/> reads on without losing or repeating any. Contract sections 2.4 and 4.1.
    /// </summary>
    /// <param name="since">From which place on; 0 for everything that is kept.</param>
    /// <param name="limit">How many lines at the most, up to 1,000; <see langword="null"/> for the server's default, 100.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="ArgumentOutOfRangeException">The place is negative, or the limit is not positive.</exception>
    /// <exception cref="AkshiException">The call failed.</exception>
    public Task<LogPage> LogsAsync(long since = 0, int? limit = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(ReadingLogs(since, limit), cancellationToken);

    /// <inheritdoc cref="LogsAsync"/>
    public LogPage Logs(long since = 0, int? limit = null, CancellationToken cancellationToken = default) =>
        _connection.Send(ReadingLogs(since, limit), cancellationToken);

    /// <summary>
    /// Reads a part of the findings, the oldest first. Python's <c>findings</c>. Whether the one at <paramref name="since"/> is among them
    /// depends on the server; <see cref="FollowFindingsAsync"/> reads on without losing or repeating any. Contract sections 2.5 and 4.1.
    /// </summary>
    /// <param name="since">From which place on; 0 for all.</param>
    /// <param name="limit">How many at the most, up to 1,000; <see langword="null"/> for the server's default, 50.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="ArgumentOutOfRangeException">The place is negative, or the limit is not positive.</exception>
    /// <exception cref="AkshiException">The call failed.</exception>
    public Task<FindingPage> FindingsAsync(long since = 0, int? limit = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(ReadingFindings(since, limit), cancellationToken);

    /// <inheritdoc cref="FindingsAsync"/>
    public FindingPage Findings(long since = 0, int? limit = null, CancellationToken cancellationToken = default) =>
        _connection.Send(ReadingFindings(since, limit), cancellationToken);

    /// <summary>Reads the runtime's metrics, as Prometheus writes them. Contract section 2.2.</summary>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AkshiNotFoundException">Metrics are turned off.</exception>
    /// <exception cref="AkshiException">The call failed.</exception>
    public Task<string> MetricsAsync(CancellationToken cancellationToken = default) => _connection.SendAsync(ReadingMetrics(), cancellationToken);

    /// <inheritdoc cref="MetricsAsync"/>
    public string Metrics(CancellationToken cancellationToken = default) => _connection.Send(ReadingMetrics(), cancellationToken);

    private ApiRequest<IReadOnlyList<AgentStatus>> ReadingStatus(string? agent) =>
        new(_calls.Status, Path: new Query(_calls.Status.Path).Add("agent", agent).ToPath());

    private ApiRequest<LogPage> ReadingLogs(long since, int? limit) => new(_calls.Logs, Path: Page(_calls.Logs.Path, since, limit));

    private ApiRequest<FindingPage> ReadingFindings(long since, int? limit) => new(_calls.Findings, Path: Page(_calls.Findings.Path, since, limit));

    private ApiRequest<string> ReadingMetrics() => new(_calls.Metrics, Overrides: Accept.Text);

    private static string? Page(string path, long since, int? limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(since);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit ?? 1, 1, nameof(limit));
        return new Query(path).Add("since", since == 0 ? null : since).Add("limit", limit).ToPath();
    }
}
