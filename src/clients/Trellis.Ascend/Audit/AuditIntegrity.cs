using System.Text.Json.Serialization;

namespace Trellis.Ascend;

/// <summary>What a check of the audit chain found. Contract sections 2.11 and 6.7.</summary>
public sealed record AuditIntegrity : AscendAnswer
{
    /// <summary>The check.</summary>
    public string? Id { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? CheckTime { get; init; }

    /// <summary><c>VALID</c>, <c>TAMPERED</c> or <c>BROKEN</c>.</summary>
    public string? Status { get; init; }

    /// <summary>How many records were checked.</summary>
    public long? TotalRecords { get; init; }

    /// <summary>How long it took, in milliseconds.</summary>
    public double? CheckDurationMs { get; init; }

    /// <summary>How fast.</summary>
    public double? RecordsPerSecond { get; init; }

    /// <summary>Whether every record is as it was written.</summary>
    [JsonIgnore]
    public bool IsValid => string.Equals(Status, "VALID", StringComparison.OrdinalIgnoreCase);
}
