namespace Trellis.Cli;

/// <summary>What the program's exit code says. Scripts rely on these numbers; they never change.</summary>
internal static class ExitCodes
{
    /// <summary>The command did what it was told.</summary>
    public const int Success = 0;

    /// <summary>The command line is not valid: an unknown option, a missing one, a value out of its range.</summary>
    public const int Usage = 2;

    /// <summary>The token is missing or was refused. The same number as <see cref="Usage"/>, as Askii's own program has it.</summary>
    public const int Authentication = 2;

    /// <summary>The request is not valid: the server said so, or the client before it sent anything.</summary>
    public const int Validation = 3;

    /// <summary>No usable answer arrived: no connection, a timeout, a cut exchange, an answer that is not JSON.</summary>
    public const int Transport = 4;

    /// <summary>The server failed (HTTP 500 to 599).</summary>
    public const int Server = 5;

    /// <summary>The server refused the request in another way: not found, too many requests, a conflict.</summary>
    public const int Api = 6;

    /// <summary>The action was denied: a policy, a threshold, a gate, the kill switch or a person says that it must not be carried out.</summary>
    public const int Denied = 10;

    /// <summary>The action is pending: a person has to decide before it may be carried out.</summary>
    public const int Pending = 11;

    /// <summary>The audit log is not what it was when it was written.</summary>
    public const int AuditBroken = 12;

    /// <summary>Anything else: an answer of another shape than the contract's, an environment variable that cannot be read, a defect.</summary>
    public const int Unexpected = 99;

    /// <summary>Ctrl-C: 128 and the number of SIGINT, as shells have it.</summary>
    public const int Interrupted = 130;

    /// <summary>Asked to terminate: 128 and the number of SIGTERM, as shells have it.</summary>
    public const int Terminated = 143;
}
