namespace Trellis.Server.Console.Queue;

/// <summary>A part of the jobs, as Aerostack answers it.</summary>
/// <param name="Jobs">The newest first.</param>
/// <param name="ListComplete">Whether there are no older ones.</param>
/// <param name="Cursor">Where the next part begins.</param>
internal sealed record QueuePart(IReadOnlyList<QueueJob> Jobs, bool ListComplete, string? Cursor);
