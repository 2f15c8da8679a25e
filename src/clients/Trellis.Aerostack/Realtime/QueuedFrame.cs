namespace Trellis.Aerostack;

/// <summary>A frame that waits for a connection.</summary>
/// <param name="Bytes">The frame.</param>
/// <param name="Channel">Whose subscription or presence it sets; <see langword="null"/> for other frames.</param>
/// <param name="IsPresence">Whether it is the presence.</param>
internal readonly record struct QueuedFrame(byte[] Bytes, RealtimeChannel? Channel = null, bool IsPresence = false);
