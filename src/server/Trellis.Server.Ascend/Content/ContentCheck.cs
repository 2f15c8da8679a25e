using System.Text.Json;

namespace Trellis.Server.Ascend.Content;

/// <summary>The outcome of a check: the <c>prompt_security</c> and <c>code_analysis</c> blocks of an answer (contract, section 2.3).</summary>
/// <param name="Blocked">Whether the action has to be refused.</param>
/// <param name="Score">The risk of the worst finding: 0 to 100.</param>
/// <param name="Findings">What was found.</param>
internal sealed record ContentCheck(bool Blocked, int Score, IReadOnlyList<ContentFinding> Findings)
{
    /// <summary>Looked at, nothing found.</summary>
    public static ContentCheck Clean { get; } = new(false, 0, []);

    /// <summary>Writes the block as an object.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteBoolean("blocked"u8, Blocked);
        json.WriteNumber("score"u8, Score);
        json.WriteStartArray("findings"u8);
        foreach (var finding in Findings)
        {
            json.WriteStartObject();
            json.WriteString("rule"u8, finding.Rule);
            json.WriteString("severity"u8, finding.Severity);
            json.WriteString("description"u8, finding.Description);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
