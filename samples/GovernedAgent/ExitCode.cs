namespace Trellis.Samples.GovernedAgent;

/// <summary>How the sample ends.</summary>
internal static class ExitCode
{
    /// <summary>Every request came to an end, and the record of it is intact.</summary>
    public const int Done = 0;

    /// <summary>A request could not be evaluated, or the record is not what it was.</summary>
    public const int Failed = 1;

    /// <summary>The arguments or the file are not valid.</summary>
    public const int Usage = 2;

    /// <summary>Some requests still wait for a person. The same command later takes them up again.</summary>
    public const int Pending = 11;

    /// <summary>Ctrl-C: 128 and the number of SIGINT, as shells have it.</summary>
    public const int Interrupted = 130;
}
