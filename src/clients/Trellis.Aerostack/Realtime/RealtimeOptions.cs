namespace Trellis.Aerostack;

/// <summary>What realtime can be told. Contract section 7. Not safe for concurrent use; copied when the client is built.</summary>
public sealed class RealtimeOptions
{
    /// <summary>The user on whose behalf the connection is made.</summary>
    /// <value><see langword="null"/>: the server's to know.</value>
    public string? UserId { get; set; }

    /// <summary>How many times in a row a connection that broke is tried to be made again; 0 for not at all.</summary>
    /// <value><see langword="null"/>: until it succeeds.</value>
    public int? MaxReconnectAttempts { get; set; }

    /// <summary>How long making a connection may take.</summary>
    /// <value>30 seconds. <see cref="Timeout.InfiniteTimeSpan"/> means no limit.</value>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many frames wait for a connection at the most; more are refused.</summary>
    /// <value>1,024.</value>
    public int MaxQueuedFrames { get; set; } = 1024;

    /// <summary>The longest frame that is read, in bytes; a longer one ends the connection, which is made again.</summary>
    /// <value>16 MiB.</value>
    public int MaxFrameBytes { get; set; } = 16 * 1024 * 1024;

    internal RealtimeOptions Copy() => (RealtimeOptions)MemberwiseClone();
}
