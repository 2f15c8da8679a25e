namespace Trellis.Server.Akshi.Inference.Routes;

/// <summary>
/// Leaves a provider alone for a while after so many failures in a row; then one call may try, and its outcome decides (contract, section
/// 5.5). Safe for concurrent use.
/// </summary>
/// <param name="threshold">Failures in a row that open it, at least 1.</param>
/// <param name="openFor">How long it stays open.</param>
/// <param name="time">The clock.</param>
internal sealed class CircuitBreaker(int threshold, TimeSpan openFor, TimeProvider time)
{
    private readonly Lock _lock = new();
    private int _failures;
    private DateTimeOffset? _openUntil;
    private bool _isProbing;

    /// <summary>Whether a call may be made; each that may must report its outcome.</summary>
    public bool TryEnter()
    {
        lock (_lock)
        {
            if (_openUntil is not { } until)
                return true;
            if (_isProbing || time.GetUtcNow() < until)
                return false;

            return _isProbing = true;
        }
    }

    /// <summary>The call succeeded: the breaker is closed.</summary>
    public void Succeeded()
    {
        lock (_lock)
            (_failures, _openUntil, _isProbing) = (0, null, false);
    }

    /// <summary>The call failed.</summary>
    public void Failed()
    {
        lock (_lock)
        {
            _failures++;
            if (_isProbing || _failures >= threshold)
                _openUntil = time.GetUtcNow() + openFor;
            _isProbing = false;
        }
    }

    /// <summary>The call was given up before it had an outcome: whoever tries next is the probe.</summary>
    public void Abandoned()
    {
        lock (_lock)
            _isProbing = false;
    }
}
