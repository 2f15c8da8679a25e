using System.Text.Json;
using System.Text.Json.Nodes;
using Trellis.Akshi;

namespace Trellis.Cli.Akshi.Findings;

/// <summary>A finding as it is given in JSON, under the names of any SDK. Contract section 4.2.</summary>
internal sealed record GivenFinding
{
    public string? Source { get; init; }

    public string? Agent { get; init; }

    public string? Severity { get; init; }

    public string? File { get; init; }

    public string? Summary { get; init; }

    public string? Title { get; init; }

    public string? Detail { get; init; }

    public DateTimeOffset? Timestamp { get; init; }

    public DateTimeOffset? Ts { get; init; }

    /// <summary>Reads one of several.</summary>
    /// <param name="option">What gives them, for messages.</param>
    /// <param name="index">Which one it is, from 0.</param>
    /// <param name="item">Its JSON.</param>
    /// <exception cref="UsageException">It is no finding.</exception>
    public static FindingRecord Read(string option, int index, JsonNode? item)
    {
        try
        {
            var given = item.Deserialize(AkshiJsonContext.Default.GivenFinding) ?? throw Wrong(option, index, "must be an object");
            return new(
                given.Agent ?? given.Source ?? throw Wrong(option, index, "needs a source"),
                given.Severity ?? throw Wrong(option, index, "needs a severity"),
                given.File ?? (given.Agent is null ? "" : given.Source ?? ""),
                given.Summary ?? given.Title ?? throw Wrong(option, index, "needs a summary"))
            {
                Detail = given.Detail,
                Timestamp = given.Timestamp ?? given.Ts,
            };
        }
        catch (JsonException e)
        {
            throw Wrong(option, index, $"is no finding: {e.Message}");
        }
    }

    private static UsageException Wrong(string option, int index, string what) => new($"{option}: number {index} {what}.");
}
