namespace Trellis.Server.Ascend.OutputFilter;

/// <summary>A finding as it is kept: where it was, never what.</summary>
internal sealed record OutputFinding
{
    /// <summary>The number within the organisation; 0 before it is stored.</summary>
    public long Number { get; init; }

    public required string ScanId { get; init; }

    public required string AgentId { get; init; }

    public long? ActionId { get; init; }

    /// <summary>What became of the output.</summary>
    public required string Result { get; init; }

    public required string Category { get; init; }

    public required string Severity { get; init; }

    public required string Pattern { get; init; }

    public required int Start { get; init; }

    public required int End { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
