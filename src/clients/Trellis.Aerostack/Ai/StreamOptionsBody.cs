using System.Text.Json.Serialization;

namespace Trellis.Aerostack;

internal sealed record StreamOptionsBody([property: JsonPropertyName("include_usage")] bool IncludeUsage)
{
    public static StreamOptionsBody WithUsage { get; } = new(IncludeUsage: true);
}
