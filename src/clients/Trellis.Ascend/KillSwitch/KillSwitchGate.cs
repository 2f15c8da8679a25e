namespace Trellis.Ascend;

/// <summary>What the client knows about the kill switch. Contract section 6.8. Safe for concurrent use.</summary>
internal sealed class KillSwitchGate
{
    private volatile string? _reason;

    /// <summary>Why the organisation is blocked; <see langword="null"/> while it is not.</summary>
    public string? Reason => _reason;

    public void Block(string reason) => _reason = reason;

    public void Unblock() => _reason = null;

    /// <exception cref="AscendKillSwitchException">The kill switch is on.</exception>
    public void ThrowIfBlocked()
    {
        if (_reason is { } reason)
        {
            throw new AscendKillSwitchException($"The kill switch is on, so no action is evaluated: {FailureText.Sentence(reason)}", reason);
        }
    }
}
