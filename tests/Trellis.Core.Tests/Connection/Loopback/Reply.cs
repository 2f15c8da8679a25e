using System.Text.Json.Serialization;

namespace Trellis.Tests.Connection.Loopback;

/// <summary>The one thing that the tests' servers are asked and answer.</summary>
internal sealed record Reply([property: JsonPropertyName("text")] string Text);

[JsonSerializable(typeof(Reply))]
internal sealed partial class ReplyJson : JsonSerializerContext;
