namespace Trellis.Akshi;

/// <summary>A part of the log. Contract section 2.4.</summary>
public sealed record LogPage : AkshiAnswer
{
    /// <summary>The place after the last line of this page; after the log's last line when the page is empty.</summary>
    public long? NextSeq { get; init; }

    /// <summary>The lines, oldest first. Never null.</summary>
    public IReadOnlyList<LogEntry> Logs { get; init => field = value ?? []; } = [];
}
