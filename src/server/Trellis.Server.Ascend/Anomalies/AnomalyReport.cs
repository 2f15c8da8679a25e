namespace Trellis.Server.Ascend.Anomalies;

/// <summary>Whether an agent's last hour is like its last week (contract, section 6.9).</summary>
/// <param name="BaselineHours">How many hours there are to compare with.</param>
/// <param name="Measures">What was compared; empty when there is too little to compare with.</param>
internal sealed record AnomalyReport(int BaselineHours, IReadOnlyList<AnomalyMeasure> Measures)
{
    /// <summary>How many hours back it looks.</summary>
    public const int Window = 168;

    private const int LeastHours = 24;

    /// <summary>The severest of the measures; null for nothing unusual.</summary>
    public string? Severity => Measures.Where(static measure => measure.Severity is not null)
        .OrderByDescending(static measure => Math.Abs(measure.ZScore))
        .Select(static measure => measure.Severity)
        .FirstOrDefault();

    /// <summary>Compares.</summary>
    /// <param name="hours">The hours in which the agent was active.</param>
    public static AnomalyReport Of(IReadOnlyList<HourOfActivity> hours)
    {
        var baseline = hours.Count == 0 ? 0 : (int)hours.Max(static hour => hour.Age);
        if (baseline < LeastHours)
            return new AnomalyReport(baseline, []);

        var before = hours.Where(static hour => hour.Age > 0).ToArray();
        var now = hours.FirstOrDefault(static hour => hour.Age == 0);

        // Hours without actions count for how many there are, and have neither a risk nor a failure.
        var counts = before.Select(static hour => (double)hour.Actions).Concat(Enumerable.Repeat(0.0, baseline - before.Length)).ToArray();
        var measures = new List<AnomalyMeasure> { AnomalyMeasure.Of("actions_per_hour", now?.Actions ?? 0, counts) };
        if (now is not null)
        {
            measures.Add(AnomalyMeasure.Of("mean_risk_score", now.MeanRisk, [.. before.Select(static hour => hour.MeanRisk)]));
            measures.Add(AnomalyMeasure.Of("error_rate", now.ErrorRate, [.. before.Select(static hour => hour.ErrorRate)]));
        }

        return new AnomalyReport(baseline, measures);
    }
}
