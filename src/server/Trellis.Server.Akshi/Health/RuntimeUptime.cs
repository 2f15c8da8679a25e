namespace Trellis.Server.Akshi.Health;

/// <summary>How long the runtime has been there.</summary>
internal sealed class RuntimeUptime(TimeProvider time)
{
    private readonly long _started = time.GetTimestamp();

    /// <summary>Until now.</summary>
    public TimeSpan Now => time.GetElapsedTime(_started);
}
