namespace Trellis;

/// <summary>
/// Keeps attempts away from a server that is down. It opens after so many failures in a row, refuses attempts for the recovery time,
/// and then lets attempts pass on trial until enough of them have succeeded. Nothing runs in the background: time is read when an
/// attempt asks. ASCEND contract, section 4.4. Safe for concurrent use.
/// </summary>
internal sealed class CircuitBreaker
{
    private readonly object _gate = new();
    private readonly TimeProvider _time;
    private readonly int _failureThreshold;
    private readonly int _successThreshold;
    private readonly TimeSpan _recoveryTime;
    private CircuitState _state;
    private int _failures;
    private int _successes;
    private long _lastFailure;

    /// <summary>Makes a closed breaker.</summary>
    /// <param name="failureThreshold">How many failures in a row open it; at least 1.</param>
    /// <param name="recoveryTime">How long it refuses after the last failure; zero or more.</param>
    /// <param name="successThreshold">How many successes on trial close it; at least 1.</param>
    /// <param name="time">The clock.</param>
    public CircuitBreaker(int failureThreshold, TimeSpan recoveryTime, int successThreshold, TimeProvider time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(failureThreshold, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(recoveryTime, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(successThreshold, 1);
        (_failureThreshold, _recoveryTime, _successThreshold, _time) = (failureThreshold, recoveryTime, successThreshold, time);
    }

    /// <summary>What happens to the next attempt. Asking changes nothing.</summary>
    public CircuitState State
    {
        get
        {
            lock (_gate)
            {
                return _state == CircuitState.Open && Remaining() <= TimeSpan.Zero ? CircuitState.HalfOpen : _state;
            }
        }
    }

    /// <summary>Whether an attempt may be made now. Asked before each one, the retries of a call included.</summary>
    /// <param name="recoveryTime">When not: how long it will be refused. Zero when it may.</param>
    public bool Allows(out TimeSpan recoveryTime)
    {
        lock (_gate)
        {
            recoveryTime = TimeSpan.Zero;
            if (_state != CircuitState.Open)
            {
                return true;
            }

            if (Remaining() is var remaining && remaining > TimeSpan.Zero)
            {
                recoveryTime = remaining;
                return false;
            }

            (_state, _successes) = (CircuitState.HalfOpen, 0);
            return true;
        }
    }

    /// <summary>Counts what an attempt came to; <see langword="null"/> for a success.</summary>
    public void Record(ApiFailure? failure)
    {
        lock (_gate)
        {
            if (failure is not null && SaysServerIsDown(failure))
            {
                CountFailure();
            }
            else
            {
                CountSuccess();
            }
        }
    }

    /// <summary>Closes the circuit and forgets what was counted.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            (_state, _failures, _successes) = (CircuitState.Closed, 0, 0);
        }
    }

    // Any answer below 500 shows a server at work, a refusal too.
    private static bool SaysServerIsDown(ApiFailure failure) => failure.Kind switch
    {
        FailureKind.Connect or FailureKind.Timeout or FailureKind.Transport => true,
        FailureKind.Status => failure.Status >= 500,
        _ => false,
    };

    private void CountFailure()
    {
        _failures++;
        _lastFailure = _time.GetTimestamp();
        if (_state == CircuitState.HalfOpen || _failures >= _failureThreshold)
        {
            _state = CircuitState.Open;
        }
    }

    private void CountSuccess()
    {
        switch (_state)
        {
            case CircuitState.Closed:
                _failures = 0;
                break;
            case CircuitState.HalfOpen when ++_successes >= _successThreshold:
                (_state, _failures) = (CircuitState.Closed, 0);
                break;
        }
    }

    private TimeSpan Remaining() => _recoveryTime - _time.GetElapsedTime(_lastFailure);
}
