namespace Trellis.Testing;

/// <summary>
/// The clock of the clients: the time of day is the server's, so that signatures and expirations agree on both sides, and waits take real
/// time, so that a client that tries again does not hang until the test moves the clock.
/// </summary>
internal sealed class SharedClock(TimeProvider server) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => server.GetUtcNow();
}
