using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trellis.Testing;

/// <summary>The file of a session.</summary>
internal sealed record RecordedSession(IReadOnlyList<RecordedExchange> Exchanges)
{
    // Quotes and signs stay readable: the file is for people and for no browser.
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file is no session.</exception>
    public static RecordedSession Load(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<RecordedSession>(File.ReadAllBytes(path), Format) is { Exchanges: not null } session
                ? session
                : throw new InvalidDataException($"'{path}' is not a recorded session: it has no exchanges.");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"'{path}' is not a recorded session: {error.Message}", error);
        }
    }

    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this, Format) + "\n");
}
