using Microsoft.AspNetCore.Http;
using Trellis.Server.Kernel.Blobs;

namespace Trellis.Server.Akshi.Registry;

/// <summary>The bytes of one part of a form, whose failures are told from those of the place they are written to.</summary>
internal sealed class PartStream(Stream part) : ForwardStream
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return await part.ReadAsync(buffer, cancellationToken);
        }
        catch (IOException exception) when (exception is not BadHttpRequestException)
        {
            throw new BrokenFormException(exception);
        }
    }

    public override int Read(Span<byte> buffer) => throw new NotSupportedException("The bytes of a request are read without blocking.");
}
