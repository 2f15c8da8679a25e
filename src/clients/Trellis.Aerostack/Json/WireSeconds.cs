namespace Trellis.Aerostack;

/// <summary>Time spans as the API takes them: in whole seconds.</summary>
internal static class WireSeconds
{
    /// <summary>The seconds; a fraction counts as one more, so that nothing ends before its time.</summary>
    public static long? Of(TimeSpan? time) => time is { } span ? (long)Math.Ceiling(span.TotalSeconds) : null;
}
