using System.Text.Json;
using Trellis.Akshi;

namespace Trellis.Cli.Akshi.Events;

/// <summary>An <see cref="AkshiEvent"/> as it is printed.</summary>
/// <param name="Id">The id by which the stream can be resumed behind it; empty when the server gives none.</param>
/// <param name="Event">Its name.</param>
/// <param name="Data">Its data; a text where it is not JSON.</param>
internal sealed record PrintedEvent(string Id, string Event, JsonElement Data)
{
    public static PrintedEvent Of(AkshiEvent item) => new(item.Id, item.Name, Parse(item.Data));

    private static JsonElement Parse(string data)
    {
        try
        {
            return JsonSerializer.Deserialize(data, AkshiJsonContext.Default.JsonElement);
        }
        catch (JsonException)
        {
            return JsonSerializer.SerializeToElement(data, AkshiJsonContext.Default.String);
        }
    }
}
