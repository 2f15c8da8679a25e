using System.Text.Json.Serialization;

namespace Trellis.Ascend;

/// <summary>How a kill switch stands. Contract section 2.10.</summary>
public sealed record KillSwitchStatus : AscendAnswer
{
    /// <summary>Whether it is on.</summary>
    [JsonIgnore]
    public bool Active => NamedActive ?? IsActive ?? false;

    /// <summary>Why it was triggered or released.</summary>
    public string? Reason { get; init; }

    /// <summary>Since when it is on.</summary>
    public DateTimeOffset? ActivatedAt { get; init; }

    /// <summary>Who triggered it.</summary>
    public string? ActivatedBy { get; init; }

    /// <summary>Whether a trigger or release did what it was to do.</summary>
    public bool? Success { get; init; }

    /// <summary>The organisation.</summary>
    public string? OrganizationId { get; init; }

    [JsonInclude]
    [JsonPropertyName("active")]
    internal bool? NamedActive { get; init; }

    [JsonInclude]
    [JsonPropertyName("is_active")]
    internal bool? IsActive { get; init; }
}
