namespace Trellis.Server.Kernel.Jobs;

/// <summary>How long a job waits after a failed attempt.</summary>
public static class JobBackoff
{
    /// <summary>The longest wait: one hour.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private const int MostDoublings = 60;

    /// <summary>The wait after so many attempts: <paramref name="first"/>, twice that, four times that, …</summary>
    public static TimeSpan After(int attempts, TimeSpan first)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);

        var delay = first.TotalSeconds * Math.Pow(2, Math.Min(attempts - 1, MostDoublings));
        return delay < Longest.TotalSeconds ? TimeSpan.FromSeconds(delay) : Longest;
    }
}
