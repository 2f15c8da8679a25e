using System.Text.Json.Serialization;

namespace Trellis.Ascend;

/// <summary>A part of the audit log. Contract section 2.11.</summary>
public sealed record AuditPage : AscendAnswer, IListAnswer
{
    /// <summary>The records. Never null.</summary>
    [JsonIgnore]
    public IReadOnlyList<AuditEvent> Events => Named ?? Logs ?? Items ?? [];

    /// <summary>How many there are in all; <see langword="null"/> when the server does not say.</summary>
    public int? Total { get; init; }

    /// <summary>The number of the page, from 1.</summary>
    public int? Page { get; init; }

    /// <summary>How many records a page has at the most.</summary>
    [JsonIgnore]
    public int? PageSize => NamedPageSize ?? Limit;

    [JsonInclude]
    [JsonPropertyName("page_size")]
    internal int? NamedPageSize { get; init; }

    [JsonInclude]
    [JsonPropertyName("limit")]
    internal int? Limit { get; init; }

    [JsonInclude]
    [JsonPropertyName("events")]
    internal IReadOnlyList<AuditEvent>? Named { get; init; }

    [JsonInclude]
    [JsonPropertyName("logs")]
    internal IReadOnlyList<AuditEvent>? Logs { get; init; }

    [JsonInclude]
    [JsonPropertyName("items")]
    internal IReadOnlyList<AuditEvent>? Items { get; init; }
}
