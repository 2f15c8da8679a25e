namespace Trellis.Server.Kernel.Health;

/// <summary>Whether a server can do its work.</summary>
/// <param name="IsStopping">Whether it is about to end.</param>
/// <param name="CanRead">Whether its store reads; null when it was not asked.</param>
/// <param name="CanWrite">Whether its store writes; null when it was not asked.</param>
internal sealed record Readiness(bool IsStopping, bool? CanRead, bool? CanWrite)
{
    /// <summary>Whether to send it requests.</summary>
    public bool IsReady => !IsStopping && CanRead == true && CanWrite == true;
}
