using System.Text.Json.Serialization;

namespace Trellis.Tests.Secrets;

internal sealed class SecretHolder
{
    public Secret? ApiKey { get; set; }
}

[JsonSerializable(typeof(SecretHolder))]
internal sealed partial class SecretJsonContext : JsonSerializerContext;
