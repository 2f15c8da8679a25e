using System.Buffers;

namespace Trellis.Caching.Redis.Entries;

/// <summary>Receives one value in an array of exactly its length, so that no copy is needed to hand it out.</summary>
internal sealed class ValueBuffer : IBufferWriter<byte>
{
    /// <summary>The value, once it is complete.</summary>
    public byte[] Value { get; private set; } = [];

    public void Advance(int count)
    {
    }

    public Memory<byte> GetMemory(int sizeHint = 0) => Value = new byte[sizeHint];

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;
}
