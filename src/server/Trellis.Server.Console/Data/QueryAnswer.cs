using System.Text.Json;

namespace Trellis.Server.Console.Data;

/// <summary>What a statement came to, as Aerostack answers it.</summary>
/// <param name="Results">The rows, each an object with a member for each column.</param>
/// <param name="Count">How many rows; of a statement that returns none, how many it changed.</param>
internal sealed record QueryAnswer(IReadOnlyList<JsonElement> Results, long Count)
{
    /// <summary>What the statement came to, in words.</summary>
    public string Describe(bool wasReading) => (Results.Count, wasReading) switch
    {
        (0, true) => "No rows.",
        (0, false) => $"{Count} {(Count == 1 ? "row" : "rows")} changed.",
        _ => $"{Count} {(Count == 1 ? "row" : "rows")}.",
    };
}
