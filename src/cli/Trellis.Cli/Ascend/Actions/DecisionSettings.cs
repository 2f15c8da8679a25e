namespace Trellis.Cli.Ascend.Actions;

/// <summary>The options that several commands about decisions share. Each call makes a new one: an option belongs to one command.</summary>
internal static class DecisionSettings
{
    /// <summary><c>--timeout</c>.</summary>
    public static Setting<TimeSpan?> Timeout() => new(
        "--timeout", "TRELLIS_ASCEND_TIMEOUT", "SECONDS", "How long to wait for a decision; 0 looks once (default: 60)", SettingFormats.Seconds);

    /// <summary><c>--duration-ms</c>.</summary>
    public static Setting<int> DurationMs() => new(
        "--duration-ms", "TRELLIS_ASCEND_DURATION_MS", "MS", "How long it took, in milliseconds", SettingFormats.WholeNumber(0, int.MaxValue));
}
