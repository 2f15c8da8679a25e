namespace Trellis.Samples.LogWatch;

/// <summary>How the sample ends.</summary>
internal static class ExitCode
{
    /// <summary>Both agents have read all of the logs.</summary>
    public const int Done = 0;

    /// <summary>An agent was refused or failed, or did not come to an end in time.</summary>
    public const int Failed = 1;

    /// <summary>The arguments or the folder are not valid.</summary>
    public const int Usage = 2;

    /// <summary>Ctrl-C: 128 and the number of SIGINT, as shells have it.</summary>
    public const int Interrupted = 130;
}
