using System.Buffers;
using System.Text.Json;

namespace Trellis.Server.Kernel.Hosting;

/// <summary>FastAPI's shape, <c>{"detail":"…"}</c>: Askii's contract, and the shape of every path that no module owns.</summary>
public sealed class DetailErrorFormat : IErrorFormat
{
    private DetailErrorFormat()
    {
    }

    /// <summary>The one instance.</summary>
    public static DetailErrorFormat Instance { get; } = new();

    /// <inheritdoc/>
    public void Write(IBufferWriter<byte> output, RequestError error)
    {
        ArgumentNullException.ThrowIfNull(error);

        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteString("detail"u8, error.Detail);
        json.WriteEndObject();
    }
}
