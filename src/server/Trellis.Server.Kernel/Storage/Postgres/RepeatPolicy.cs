using Microsoft.Extensions.Logging;

namespace Trellis.Server.Kernel.Storage.Postgres;

/// <summary>
/// Repeats a call that lost against another transaction or whose connection broke, after pauses that double from 8 to 512 milliseconds
/// and are spread at random, so that those who met once do not meet again.
/// </summary>
/// <param name="maxAttempts">How often a call is tried in all.</param>
/// <param name="timeProvider">The clock of the pauses.</param>
/// <param name="random">Spreads the pauses: a number from 0 up to 1.</param>
/// <param name="logger">Told of each repetition.</param>
internal sealed class RepeatPolicy(int maxAttempts, TimeProvider timeProvider, Func<double> random, ILogger logger)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(8);
    private const int MaxDoublings = 6;

    /// <exception cref="StoreException">The call failed for good, or once too often.</exception>
    public async ValueTask<T> RunAsync<T>(Func<ValueTask<T>> call, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await call().ConfigureAwait(false);
            }
            catch (StoreException failure) when (PostgresErrors.IsRepeatable(failure))
            {
                if (attempt >= maxAttempts)
                {
                    throw new StoreException($"Given up after {attempt} attempts, the last of which failed so: {failure.Message}", failure)
                    {
                        Failure = StoreFailure.Unavailable,
                    };
                }

                StorageLog.CallRepeated(logger, attempt, failure.Message);
            }

            await Task.Delay(PauseAfter(attempt), timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    // At least half of the pause is certain, so that a repetition never comes at once.
    private TimeSpan PauseAfter(int attempt) =>
        FirstPause * (1 << Math.Min(attempt - 1, MaxDoublings)) * (0.5 + (random() / 2));
}
