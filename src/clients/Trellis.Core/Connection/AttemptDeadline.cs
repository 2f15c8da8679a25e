namespace Trellis;

/// <summary>
/// The clock of one attempt: a token that is cancelled when the caller gives up, when the attempt has taken too long, or when the whole
/// call has. To be disposed at the end of the attempt.
/// </summary>
internal readonly struct AttemptDeadline : IDisposable
{
    private readonly CancellationTokenSource? _source;
    private readonly CancellationTokenRegistration _link;

    private AttemptDeadline(
        CancellationTokenSource? source, CancellationTokenRegistration link, TimeoutKind kind, TimeSpan value, CancellationToken token)
    {
        _source = source;
        _link = link;
        Token = token;
        Kind = kind;
        Value = value;
    }

    public CancellationToken Token { get; }

    /// <summary>Which clock runs out first.</summary>
    public TimeoutKind Kind { get; }

    /// <summary>The configured value of that clock.</summary>
    public TimeSpan Value { get; }

    /// <summary>Starts the clock.</summary>
    /// <param name="options">Where the limits are.</param>
    /// <param name="elapsed">How long the call has taken so far.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <param name="attemptTimeout">The limit of the attempt, where the call has one of its own.</param>
    public static AttemptDeadline Start(
        ClientOptions options, TimeSpan elapsed, CancellationToken cancellationToken, TimeSpan? attemptTimeout = null)
    {
        var limit = attemptTimeout ?? options.AttemptTimeout;
        var attemptLimit = limit;
        var kind = TimeoutKind.Attempt;
        if (options.TotalTimeout != Timeout.InfiniteTimeSpan)
        {
            var remaining = options.TotalTimeout - elapsed;
            if (limit == Timeout.InfiniteTimeSpan || remaining < limit)
            {
                limit = remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero;
                kind = TimeoutKind.Total;
            }
        }

        if (limit == Timeout.InfiniteTimeSpan)
        {
            return new(null, default, kind, limit, cancellationToken);
        }

        // Linking by hand spares the second source that CreateLinkedTokenSource would make.
        var source = options.TimeProvider == TimeProvider.System
            ? new CancellationTokenSource(limit)
            : new CancellationTokenSource(limit, options.TimeProvider);
        var link = cancellationToken.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), source);
        return new(source, link, kind, kind == TimeoutKind.Total ? options.TotalTimeout : attemptLimit, source.Token);
    }

    /// <summary>Gives what is under way the time of a whole attempt again. The clock of the whole call goes on.</summary>
    /// <param name="options">Where the limits are.</param>
    /// <param name="elapsed">How long the call has taken so far.</param>
    public void Restart(ClientOptions options, TimeSpan elapsed)
    {
        if (Kind != TimeoutKind.Attempt || _source is null)
        {
            return;
        }

        var remaining = options.TotalTimeout == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : options.TotalTimeout - elapsed;
        _source.CancelAfter(Value < remaining ? Value : remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero);
    }

    public void Dispose()
    {
        _link.Dispose();
        _source?.Dispose();
    }
}
