using System.Text.Json;

namespace Trellis.Server.Askii.Requests;

/// <summary>One thing that is wrong with a request body, as FastAPI tells it. Never holds the input.</summary>
/// <param name="Field">The member; null when the body as a whole is wrong.</param>
/// <param name="Index">The element of a list, or the position in a body that is not JSON; null for neither.</param>
/// <param name="Message">What is expected, for a person.</param>
/// <param name="Type">The kind of error, in Pydantic's words.</param>
internal sealed record FieldError(string? Field, long? Index, string Message, string Type)
{
    /// <summary>Writes <c>{"loc":["body",…],"msg":…,"type":…}</c>.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartArray("loc"u8);
        json.WriteStringValue("body"u8);
        if (Field is not null)
            json.WriteStringValue(Field);
        if (Index is { } index)
            json.WriteNumberValue(index);
        json.WriteEndArray();
        json.WriteString("msg"u8, Message);
        json.WriteString("type"u8, Type);
        json.WriteEndObject();
    }
}
