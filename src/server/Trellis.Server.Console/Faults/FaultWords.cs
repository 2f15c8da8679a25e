using System.Globalization;
using Trellis.Server.Kernel.Faults;

namespace Trellis.Server.Console.Faults;

/// <summary>Rules in words.</summary>
internal static class FaultWords
{
    /// <summary>What befalls the request.</summary>
    public static string Effect(FaultRule rule)
    {
        var parts = new List<string>();
        if (rule.Latency > TimeSpan.Zero)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"waits {rule.Latency.TotalMilliseconds} ms"));
        if (rule.Status is { } status)
            parts.Add($"is answered with {status}" + (rule.RetryAfterSeconds is { } seconds ? $" and Retry-After: {seconds}" : ""));
        if (rule.CutAfterBytes is { } bytes)
            parts.Add($"is cut off after {bytes} bytes of the answer");
        if (rule.LoseResponse)
            parts.Add("is carried out, and its answer is lost");
        return string.Join(", then ", parts);
    }

    /// <summary>How often.</summary>
    public static string Frequency(FaultRule rule)
    {
        var chance = rule.Probability < 1 ? string.Create(CultureInfo.InvariantCulture, $"{rule.Probability * 100:0.##} % of requests") : "every request";
        return rule.Times is { } times ? $"{chance}, {times} {(times == 1 ? "time" : "times")} at most" : chance;
    }
}
