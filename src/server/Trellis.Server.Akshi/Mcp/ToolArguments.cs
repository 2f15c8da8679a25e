using System.Text.Json;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Akshi.Mcp;

/// <summary>What the tools that search have in common.</summary>
/// <param name="Pattern">What to look for, in any case; empty for everything.</param>
/// <param name="Limit">At most so many.</param>
internal readonly record struct ToolArguments(string Pattern, int Limit)
{
    /// <summary>The schema of the arguments.</summary>
    public const string Schema =
        """{"type":"object","properties":{"pattern":{"type":"string","description":"A text to look for, in any case"},"limit":{"type":"integer","minimum":1,"maximum":100}}}""";

    private const int DefaultLimit = 20;
    private const int MostLimit = 100;

    /// <summary>Reads the arguments.</summary>
    /// <exception cref="ToolArgumentException">They are wrong.</exception>
    public static ToolArguments Read(JsonElement arguments)
    {
        var fields = new Fields(arguments);
        var read = new ToolArguments(fields.OptionalText("pattern") ?? "", (int)(fields.OptionalInteger("limit", 1, MostLimit) ?? DefaultLimit));
        return fields.Errors.IsEmpty ? read : throw new ToolArgumentException(fields.Errors.Summary);
    }

    /// <summary>Whether a text is looked for.</summary>
    public bool Fits(string? text) => text is not null && text.Contains(Pattern, StringComparison.OrdinalIgnoreCase);

    /// <summary>The newest of what was found, below how many they are.</summary>
    public string Report(IReadOnlyList<string> matches) =>
        string.Join('\n', matches.TakeLast(Limit).Prepend(matches.Count == 1 ? "1 match" : $"{matches.Count} matches"));
}
