namespace Trellis.Server.Console.Agents;

/// <summary>A page of the runtime's log.</summary>
/// <param name="Logs">The lines, the oldest first.</param>
/// <param name="NextSeq">The number that comes after them.</param>
internal sealed record LogLines(IReadOnlyList<LogLine> Logs, long NextSeq);
