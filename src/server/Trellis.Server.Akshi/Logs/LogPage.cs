namespace Trellis.Server.Akshi.Logs;

/// <summary>A page of the log.</summary>
/// <param name="Entries">The entries, oldest first.</param>
/// <param name="NextSeq">The first number that the reader has not seen.</param>
internal sealed record LogPage(IReadOnlyList<LogEntry> Entries, long NextSeq);
