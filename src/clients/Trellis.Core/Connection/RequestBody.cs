using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Trellis;

/// <summary>What a call sends, before the protocol adds its own to it.</summary>
internal abstract class RequestBody
{
    /// <summary>Writes the value as one JSON value.</summary>
    public abstract void WriteTo(PooledBuffer output);

    /// <summary>A body from a value and its source-generated contract.</summary>
    public static RequestBody From<T>(T value, JsonTypeInfo<T> type) => new JsonRequestBody<T>(value, type);

    private sealed class JsonRequestBody<T>(T value, JsonTypeInfo<T> type) : RequestBody
    {
        public override void WriteTo(PooledBuffer output)
        {
            var writer = JsonWriters.Rent(output);
            JsonSerializer.Serialize(writer, value, type);
            writer.Flush();
        }
    }
}
