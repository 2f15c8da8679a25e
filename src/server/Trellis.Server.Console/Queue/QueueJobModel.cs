namespace Trellis.Server.Console.Queue;

/// <summary>What the page of one job shows.</summary>
/// <param name="Job">The job.</param>
internal sealed record QueueJobModel(QueueJob Job);
