namespace Trellis.Ascend;

/// <summary>The kill switch is on, so nothing was sent, whatever the fail mode. Contract sections 3.3 and 6.8.</summary>
public sealed class AscendKillSwitchException : AscendException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do next.</param>
    /// <param name="reason">Why it was triggered, or that the server no longer answers.</param>
    public AscendKillSwitchException(string message, string? reason = null)
        : base(AscendErrorCodes.KillSwitch, message, null, null, null) => Reason = reason;

    /// <summary>Why it was triggered, or that the server no longer answers.</summary>
    public string? Reason { get; }
}
