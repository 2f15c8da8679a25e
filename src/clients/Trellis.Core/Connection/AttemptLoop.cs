namespace Trellis;

/// <summary>
/// Makes attempts until one succeeds or the last has failed, which is the one place where a failure becomes an exception. Safe for
/// concurrent use.
/// </summary>
internal sealed class AttemptLoop(
    ApiProtocol protocol, ClientOptions options, HttpExchange exchange, HookRunner hooks, CircuitBreaker? breaker)
{
    public async ValueTask<T> RunAsync<T>(ApiOperation<T> operation, CallState call, CancellationToken cancellationToken)
    {
        try
        {
            ApiFailure? last = null;
            while (true)
            {
                if (breaker is not null && !breaker.Allows(out var recoveryTime))
                {
                    throw Refused(recoveryTime, last, call);
                }

                call.Attempt++;
                call.Status = 0;
                call.MayHaveTakenEffect = true;
                var outcome = await exchange.RunAsync(operation, call, cancellationToken).ConfigureAwait(false);
                breaker?.Record(outcome.Failure);
                if (!outcome.Failed)
                {
                    return outcome.Value!;
                }

                call.MayHaveTakenEffect = outcome.Failure is not ({ Kind: FailureKind.Connect } or { Status: >= 400 and < 500 });
                last = outcome.Failure;
                if (!ShouldRetry(operation.IsIdempotent || call.IdempotencyKey is not null, outcome.Failure, call, out var delay))
                {
                    throw Failed(outcome.Failure, call);
                }

                if (hooks.WatchesRetries)
                {
                    var exception = protocol.CreateException(outcome.Failure, call.ToFailedCall());
                    hooks.Retry(new(call.Method.Method, call.Path, call.CorrelationId, call.Attempt + 1, delay, exception));
                }

                await call.Transfer.DelayAsync(options.TimeProvider, delay, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is not TrellisException)
        {
            hooks.Error(exception);
            throw;
        }
    }

    /// <summary>The exception of a call that has failed for good; the error hook has seen it.</summary>
    private Exception Failed(ApiFailure failure, CallState call)
    {
        var exception = protocol.CreateException(failure, call.ToFailedCall());
        if (failure.Kind != FailureKind.Schema)
        {
            hooks.Error(exception);
        }

        return exception;
    }

    private Exception Refused(TimeSpan recoveryTime, ApiFailure? last, CallState call)
    {
        var cause = last is null ? null : protocol.CreateException(last, call.ToFailedCall());
        return Failed(new() { Kind = FailureKind.CircuitOpen, RecoveryTime = recoveryTime, Cause = cause }, call);
    }

    private bool ShouldRetry(bool repeatable, ApiFailure failure, CallState call, out TimeSpan delay)
    {
        delay = default;
        return repeatable
            && !call.HasDelivered
            && call.Form is not { CanRepeat: false }
            && call.Attempt < options.MaxAttempts
            && failure is not { Kind: FailureKind.Timeout, Timeout: TimeoutKind.Total }
            && (call.Overrides?.Retries is { } schedule
                ? schedule.ShouldRetry(failure, call.Attempt, options.TimeProvider.GetElapsedTime(call.Started), options.Randomness, out delay)
                : protocol.ShouldRetry(failure, call.Attempt, options.Randomness, out delay))
            && (options.TotalTimeout == Timeout.InfiniteTimeSpan || options.TimeProvider.GetElapsedTime(call.Started) + delay < options.TotalTimeout);
    }
}
