namespace Trellis.Server.Kernel.Events;

/// <summary>An event as it goes over the wire, written once for all readers. Immutable.</summary>
internal sealed class EventFrame(long id, string? topic, byte[] bytes)
{
    /// <summary>Its number in its stream.</summary>
    public long Id => id;

    /// <summary>Whom it is about; null for nobody in particular.</summary>
    public string? Topic => topic;

    /// <summary>The frame, with the empty line that ends it.</summary>
    public ReadOnlyMemory<byte> Bytes => bytes;
}
