using System.Text.Json.Serialization;

namespace Trellis.Aerostack;

/// <summary>A page of the queue's jobs. Contract section 2.2.3.</summary>
public sealed record JobPage : AerostackAnswer, IPage<JobRecord>
{
    /// <summary>The jobs; <see langword="null"/> when the server sent none.</summary>
    public IReadOnlyList<JobRecord>? Jobs { get; init; }

    /// <summary>Whether there are no more.</summary>
    [JsonPropertyName("list_complete")]
    public bool? ListComplete { get; init; }

    /// <summary>What asks for the next page; <see langword="null"/> after the last.</summary>
    public string? Cursor { get; init; }

    IEnumerable<JobRecord> IPage<JobRecord>.Items => Jobs ?? [];

    string? IPage<JobRecord>.Next => ListComplete is not true ? Cursor : null;
}
