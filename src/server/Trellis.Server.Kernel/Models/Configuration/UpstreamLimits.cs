namespace Trellis.Server.Kernel.Models;

/// <summary>How long and how much the server takes from an upstream.</summary>
internal sealed record UpstreamLimits
{
    /// <summary><c>connectTimeoutSeconds</c>: reaching the upstream, TLS included. Default 10 s.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// <c>firstByteTimeoutSeconds</c>: from sending a streamed request to the first byte of its stream. Default 120 s. A plain answer
    /// comes when it is complete, so only <see cref="Total"/> limits it.
    /// </summary>
    public TimeSpan FirstByte { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary><c>idleTimeoutSeconds</c>: silence between two reads of an answer that has begun. Default 60 s.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary><c>maxDurationSeconds</c>: the whole call, until the last byte has been passed on. Default 600 s.</summary>
    public TimeSpan Total { get; init; } = TimeSpan.FromSeconds(600);

    /// <summary><c>maxResponseBytes</c>: the size of an answer, plain or streamed. Default 32 MiB.</summary>
    public long ResponseBytes { get; init; } = 32 * 1024 * 1024;
}
