using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Akshi.Mcp;

/// <summary>An answer of JSON-RPC 2.0, section 5: 200 whatever it says.</summary>
/// <param name="id">The id of the request as it came; null for none that could be read.</param>
/// <param name="error">What went wrong; null when nothing did.</param>
/// <param name="writeResult">Writes the members of the result.</param>
internal sealed class JsonRpcAnswer(string? id, JsonRpcError? error, Action<Utf8JsonWriter>? writeResult = null) : JsonObjectAnswer
{
    /// <inheritdoc/>
    public override int Status => StatusCodes.Status200OK;

    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter json)
    {
        json.WriteString("jsonrpc"u8, "2.0"u8);
        json.WritePropertyName("id"u8);
        json.WriteRawValue(id ?? "null", skipInputValidation: true);
        if (error is not null)
        {
            json.WriteStartObject("error"u8);
            json.WriteNumber("code"u8, error.Code);
            json.WriteString("message"u8, error.Message);
            json.WriteEndObject();
            return;
        }

        json.WriteStartObject("result"u8);
        writeResult?.Invoke(json);
        json.WriteEndObject();
    }
}
