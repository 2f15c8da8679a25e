namespace Trellis.Server.Console.Queue;

/// <summary>One job, as Aerostack answers it.</summary>
/// <param name="Job">The job; null when there is none.</param>
internal sealed record QueueLookup(QueueJob? Job);
