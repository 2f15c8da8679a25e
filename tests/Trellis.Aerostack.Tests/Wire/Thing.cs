using System.Text.Json.Serialization;

namespace Trellis.Aerostack.Tests.Wire;

internal sealed record Thing([property: JsonPropertyName("name")] string Name);

[JsonSerializable(typeof(Thing))]
internal sealed partial class ThingJson : JsonSerializerContext;
