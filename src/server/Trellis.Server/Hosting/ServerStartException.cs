namespace Trellis.Server;

/// <summary>The server did not start. The message says what is wrong and what to do about it; nothing of the server runs on.</summary>
public sealed class ServerStartException : Exception
{
    /// <summary>Creates the exception.</summary>
    public ServerStartException(ServerStartFailure failure, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Failure = failure;
    }

    /// <summary>What kind of failure it was.</summary>
    public ServerStartFailure Failure { get; }
}
