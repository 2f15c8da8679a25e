using System.Text.Json;

namespace Trellis.Server.Akshi.Configuration;

/// <summary>The words of types, and what fits them.</summary>
internal static class OutputTypes
{
    private static readonly string[] Names = ["string", "integer", "number", "boolean", "array", "object"];

    /// <summary>The words, for messages.</summary>
    public static string List { get; } = string.Join(", ", Names);

    /// <summary>The word of a type.</summary>
    public static string NameOf(OutputType type) => Names[(int)type];

    /// <summary>The type of a word; null when it is none.</summary>
    public static OutputType? Parse(string name) => Array.IndexOf(Names, name) is >= 0 and var index ? (OutputType)index : null;

    /// <summary>Whether a value is of a type.</summary>
    public static bool Fits(OutputType type, JsonElement value) => type switch
    {
        OutputType.Text => value.ValueKind is JsonValueKind.String,
        OutputType.Integer => value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out _),
        OutputType.Number => value.ValueKind is JsonValueKind.Number,
        OutputType.Boolean => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        OutputType.List => value.ValueKind is JsonValueKind.Array,
        _ => value.ValueKind is JsonValueKind.Object,
    };
}
