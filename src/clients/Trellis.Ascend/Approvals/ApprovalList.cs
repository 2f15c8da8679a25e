using System.Text.Json.Serialization;

namespace Trellis.Ascend;

/// <summary>Approval requests.</summary>
public sealed record ApprovalList : AscendAnswer, IListAnswer
{
    /// <summary>The requests. Never null.</summary>
    [JsonIgnore]
    public IReadOnlyList<ApprovalRequest> Approvals => Named ?? Items ?? [];

    /// <summary>How many there are in all; <see langword="null"/> when the server does not say.</summary>
    public int? Total { get; init; }

    [JsonInclude]
    [JsonPropertyName("approvals")]
    internal IReadOnlyList<ApprovalRequest>? Named { get; init; }

    [JsonInclude]
    [JsonPropertyName("items")]
    internal IReadOnlyList<ApprovalRequest>? Items { get; init; }
}
