using System.Text;
using System.Text.Json;

namespace Trellis.Server.Aerostack.Services;

/// <summary>What a service answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The whole body.</param>
internal sealed record ServiceReply(int Status, byte[] Body)
{
    /// <summary>Whether the service says that it did what it was asked.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>Writes the body: JSON as it is, anything else as a text, and nothing as null.</summary>
    public void WriteBody(Utf8JsonWriter json)
    {
        if (Body.Length == 0)
        {
            json.WriteNullValue();
            return;
        }

        try
        {
            JsonDocument.Parse(Body).Dispose();
            json.WriteRawValue(Body, skipInputValidation: true);
        }
        catch (JsonException)
        {
            json.WriteStringValue(Encoding.UTF8.GetString(Body));
        }
    }
}
