namespace Trellis.Samples.SupportDesk;

/// <summary>How the sample ends.</summary>
internal static class ExitCode
{
    /// <summary>Every ticket came to an end, and the report arrived as it was sent.</summary>
    public const int Done = 0;

    /// <summary>A ticket is still open, or the report is not what it was.</summary>
    public const int Failed = 1;

    /// <summary>The arguments or the file are not valid.</summary>
    public const int Usage = 2;

    /// <summary>Ctrl-C: 128 and the number of SIGINT, as shells have it.</summary>
    public const int Interrupted = 130;
}
