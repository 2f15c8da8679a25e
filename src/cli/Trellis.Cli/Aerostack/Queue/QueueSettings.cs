namespace Trellis.Cli.Aerostack.Queue;

/// <summary>What several commands about jobs share. Each call makes a new one: an option belongs to one command.</summary>
internal static class QueueSettings
{
    /// <summary>Which job.</summary>
    public static TextArgument JobId() => new("job-id", "The job, by the id that 'queue enqueue' and 'queue jobs' print");

    /// <summary>With which right a worker speaks of a job.</summary>
    public static TextArgument Lease() => new("lease", "The lease that 'queue take' printed with the job");

    /// <summary><c>--delay</c>.</summary>
    public static Setting<TimeSpan?> Delay(string description) => new(
        "--delay", "TRELLIS_AEROSTACK_DELAY", "SECONDS", description, SettingFormats.Seconds);

    /// <summary>A span of time as the wire has it: in whole seconds, of which a fraction counts as one more.</summary>
    public static long WholeSeconds(TimeSpan time) => (long)Math.Ceiling(time.TotalSeconds);
}
