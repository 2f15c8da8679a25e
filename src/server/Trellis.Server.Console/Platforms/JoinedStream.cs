using Trellis.Server.Kernel.Blobs;

namespace Trellis.Server.Console.Platforms;

/// <summary>Streams read one after the other, as if they were one. They stay open.</summary>
internal sealed class JoinedStream(params IReadOnlyList<Stream> parts) : ForwardStream
{
    private int _current;

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty)
            return 0;

        for (; _current < parts.Count; _current++)
        {
            if (await parts[_current].ReadAsync(buffer, cancellationToken) is var read and > 0)
                return read;
        }

        return 0;
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer) => throw new NotSupportedException("The bytes of a request are read without blocking.");
}
