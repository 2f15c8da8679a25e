namespace Trellis.Server.Kernel.Events;

/// <summary>How a reader of events is answered.</summary>
public sealed class EventResponseOptions
{
    /// <summary>What is sent first, once the headers are on their way: frames made by <see cref="EventText"/>.</summary>
    /// <value>Default none.</value>
    public ReadOnlyMemory<byte> Opening { get; init; }

    /// <summary>What is sent when nothing else was for a while.</summary>
    public required ReadOnlyMemory<byte> KeepAlive { get; init; }

    /// <summary>How long that while is.</summary>
    public required TimeSpan KeepAliveInterval { get; init; }

    /// <summary>How long the reader is told to wait before it connects again.</summary>
    /// <value>Default 3 seconds.</value>
    public TimeSpan Retry { get; init; } = TimeSpan.FromSeconds(3);
}
