namespace Trellis;

/// <summary>Which of a client's clocks ran out.</summary>
public enum TimeoutKind
{
    /// <summary>Opening the connection took longer than <see cref="ClientOptions.ConnectTimeout"/>.</summary>
    Connect,

    /// <summary>One request and its response took longer than <see cref="ClientOptions.AttemptTimeout"/>.</summary>
    Attempt,

    /// <summary>The whole call, waits between attempts included, took longer than <see cref="ClientOptions.TotalTimeout"/>.</summary>
    Total,

    /// <summary>Nothing of a stream that is read as it arrives came for longer than <see cref="ClientOptions.StreamIdleTimeout"/>.</summary>
    StreamIdle,
}
