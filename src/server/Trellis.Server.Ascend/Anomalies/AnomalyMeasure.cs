namespace Trellis.Server.Ascend.Anomalies;

/// <summary>One thing about an agent, now and as it usually is.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Current">The value of the last hour.</param>
/// <param name="Mean">The mean of the hours before.</param>
/// <param name="Deviation">Their standard deviation.</param>
internal readonly record struct AnomalyMeasure(string Name, double Current, double Mean, double Deviation)
{
    private const double HighestScore = 100;

    /// <summary>
    /// How many standard deviations the value is away from the mean. Where every hour was the same, any difference is as far as can be told.
    /// </summary>
    public double ZScore
    {
        get
        {
            var distance = Current - Mean;
            if (distance == 0)
                return 0;

            return Deviation == 0 ? HighestScore * Math.Sign(distance) : Math.Clamp(distance / Deviation, -HighestScore, HighestScore);
        }
    }

    /// <summary>The word for how far that is (contract, section 6.9); null for as usual.</summary>
    public string? Severity => Math.Abs(ZScore) switch
    {
        > 5 => "critical",
        >= 4 => "high",
        >= 3 => "medium",
        >= 2 => "low",
        _ => null,
    };

    /// <summary>Measures the last hour against the ones before.</summary>
    public static AnomalyMeasure Of(string name, double current, IReadOnlyCollection<double> before)
    {
        var mean = before.Count == 0 ? 0 : before.Average();
        var variance = before.Count == 0 ? 0 : before.Average(value => (value - mean) * (value - mean));
        return new AnomalyMeasure(name, current, mean, Math.Sqrt(variance));
    }
}
