using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Trellis.Server.Askii.Keys;

/// <summary>The models that a key opens: those of a list, or all when the list is empty. Immutable.</summary>
internal sealed class ModelSelection
{
    private readonly string _json;

    private ModelSelection(string json) => _json = json;

    /// <summary>All models.</summary>
    public static ModelSelection All { get; } = new("[]");

    /// <summary>The names, as the user ordered them; none for all models.</summary>
    public IReadOnlyList<string> Names => field ??= Read(_json);

    /// <summary>Whether every model is open, those that are configured later included.</summary>
    public bool IsAll => _json == All._json;

    /// <summary>A selection of some models.</summary>
    public static ModelSelection Of(IReadOnlyList<string>? names) => names is null or [] ? All : new(Write(names));

    /// <summary>The selection that <see cref="ToString"/> gave.</summary>
    public static ModelSelection Parse(string json) => json == All._json ? All : new(json);

    /// <summary>Whether the selection has a model.</summary>
    public bool Contains(string model) => IsAll || Names.Contains(model, StringComparer.Ordinal);

    /// <summary>Writes the names as a JSON array.</summary>
    public void WriteTo(Utf8JsonWriter json, ReadOnlySpan<byte> member)
    {
        json.WritePropertyName(member);
        json.WriteRawValue(_json, skipInputValidation: true);
    }

    /// <summary>The names as a JSON array, which is how they are stored.</summary>
    public override string ToString() => _json;

    private static string Write(IReadOnlyList<string> names)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartArray();
            foreach (var name in names)
                json.WriteStringValue(name);
            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static List<string> Read(string text)
    {
        var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
        var names = new List<string>();
        while (json.Read())
        {
            if (json.TokenType is JsonTokenType.String)
                names.Add(json.GetString()!);
        }

        return names;
    }
}
