namespace Trellis.Akshi;

public sealed partial class AkshiClient
{
    /// <summary>
    /// Reads the log and goes on with what is added to it, each line once and in order, whichever way the server counts, over page limits, and
    /// after the runtime has begun a new log. Ends with its token or by leaving the loop. Contract section 4.1.
    /// </summary>
    /// <param name="since">The last line that is known, after which to begin; 0 for everything that is kept.</param>
    /// <param name="options">How; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ArgumentOutOfRangeException">The place is negative.</exception>
    /// <exception cref="AkshiException">A call failed. Go on after the last line that was read: its <see cref="LogEntry.Seq"/>.</exception>
    public IAsyncEnumerable<LogEntry> FollowLogsAsync(
        long since = 0, FollowOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(since);
        return Follower.FollowAsync(
            () => new SequenceCursor<LogEntry>(
                since, static line => line.Seq, static (one, other) => (one.Ts, one.Agent, one.Message) == (other.Ts, other.Agent, other.Message)),
            async (from, limit, token) =>
            {
                var page = await LogsAsync(from, limit, token).ConfigureAwait(false);
                return new FollowPage<LogEntry>(page.Logs, page.NextSeq);
            },
            options ?? new(),
            _options.TimeProvider,
            cancellationToken);
    }

    /// <summary>
    /// Reads the findings and goes on with what is found, each once and in order, whichever way the server counts, over page limits, and after
    /// the runtime has begun to count anew. Ends with its token or by leaving the loop. Contract section 4.1.
    /// </summary>
    /// <param name="since">The last finding that is known, after which to begin; 0 for all.</param>
    /// <param name="options">How; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ArgumentOutOfRangeException">The place is negative.</exception>
    /// <exception cref="AkshiException">A call failed. Go on after the last finding that was read: its <see cref="Finding.Seq"/>.</exception>
    public IAsyncEnumerable<Finding> FollowFindingsAsync(
        long since = 0, FollowOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(since);
        return Follower.FollowAsync(
            () => new SequenceCursor<Finding>(
                since, static item => item.Seq, static (one, other) => (one.Ts, one.Source, one.Summary) == (other.Ts, other.Source, other.Summary)),
            async (from, limit, token) =>
            {
                var page = await FindingsAsync(from, limit, token).ConfigureAwait(false);
                return new FollowPage<Finding>(page.Findings, page.NextSeq);
            },
            options ?? new(),
            _options.TimeProvider,
            cancellationToken);
    }
}
