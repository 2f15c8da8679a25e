namespace Trellis.Server.Kernel.Outbound;

/// <summary>The server refuses to connect to an address. The message names the host that was asked for and nothing it resolved to.</summary>
public sealed class OutboundRefusedException : IOException
{
    /// <summary>Creates the exception.</summary>
    public OutboundRefusedException(string message)
        : base(message)
    {
    }
}
