using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Trellis.Ascend;

/// <summary>A body that is sent in canonical form, from a tree that nobody changes meanwhile.</summary>
internal sealed class CanonicalBody(JsonObject members) : RequestBody
{
    /// <summary>A body without members, for where the contract wants <c>{}</c>.</summary>
    public static RequestBody Empty { get; } = new CanonicalBody([]);

    /// <summary>A body from a value and its source-generated contract.</summary>
    public static RequestBody Of<T>(T value, JsonTypeInfo<T> type) => new CanonicalBody((JsonObject)JsonSerializer.SerializeToNode(value, type)!);

    public override void WriteTo(PooledBuffer output) => new CanonicalWriter(output).Node(members);
}
