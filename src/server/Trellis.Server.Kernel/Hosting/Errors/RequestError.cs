namespace Trellis.Server.Kernel.Hosting;

/// <summary>Why the server refuses or fails a request that no route has answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">One sentence for the caller. Says nothing about the inside of the server.</param>
/// <param name="RequestId">The id under which the server logged the request.</param>
/// <param name="At">When it was refused.</param>
public sealed record RequestError(int Status, string Detail, string RequestId, DateTimeOffset At);
