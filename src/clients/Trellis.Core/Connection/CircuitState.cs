namespace Trellis;

/// <summary>What a circuit breaker does with the next attempt.</summary>
public enum CircuitState
{
    /// <summary>Attempts pass; failures in a row are counted.</summary>
    Closed,

    /// <summary>Attempts are refused until the recovery time is over.</summary>
    Open,

    /// <summary>Attempts pass on trial: a few successes close the circuit, one failure opens it again.</summary>
    HalfOpen,
}
