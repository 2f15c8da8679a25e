namespace Trellis.Server.Kernel.Models;

/// <summary>What is being waited for.</summary>
internal enum UpstreamPhase
{
    /// <summary>The first byte of a stream.</summary>
    FirstByte,

    /// <summary>The next bytes of an answer that has begun.</summary>
    Idle,

    /// <summary>The end of the call.</summary>
    Total,
}
