namespace Trellis.Ascend;

/// <summary>
/// Nothing was sent: so many attempts have failed lately that the client spares the server. Contract section 4.4. It can end a call in
/// the middle of its retries; what failed before is the <see cref="Exception.InnerException"/>.
/// </summary>
public sealed class AscendCircuitOpenException : AscendException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do next.</param>
    /// <param name="recoveryTime">How long attempts will go on being refused.</param>
    /// <param name="details">What is known about the call.</param>
    /// <param name="innerException">The failure before, or <see langword="null"/>.</param>
    public AscendCircuitOpenException(string message, TimeSpan recoveryTime, ErrorDetails? details = null, Exception? innerException = null)
        : base(AscendErrorCodes.CircuitOpen, message, null, details, innerException) => RecoveryTime = recoveryTime;

    /// <summary>How long from the throw on attempts go on being refused.</summary>
    public TimeSpan RecoveryTime { get; }
}
