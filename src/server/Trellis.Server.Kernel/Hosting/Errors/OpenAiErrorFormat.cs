using System.Buffers;
using System.Text.Json;

namespace Trellis.Server.Kernel.Hosting;

/// <summary>OpenAI's shape, <c>{"error":{"message","type","param","code"}}</c>.</summary>
/// <seealso href="https://platform.openai.com/docs/guides/error-codes">Error codes</seealso>
public sealed class OpenAiErrorFormat : IErrorFormat
{
    private OpenAiErrorFormat()
    {
    }

    /// <summary>The one instance.</summary>
    public static OpenAiErrorFormat Instance { get; } = new();

    /// <inheritdoc/>
    public void Write(IBufferWriter<byte> output, RequestError error)
    {
        ArgumentNullException.ThrowIfNull(error);

        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteStartObject("error"u8);
        json.WriteString("message"u8, error.Detail);
        json.WriteString("type"u8, error.Status >= 500 ? "server_error"u8 : "invalid_request_error"u8);
        json.WriteNull("param"u8);
        json.WriteNull("code"u8);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
