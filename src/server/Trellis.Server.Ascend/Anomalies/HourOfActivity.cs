namespace Trellis.Server.Ascend.Anomalies;

/// <summary>What an agent did in one hour.</summary>
/// <param name="Age">How many whole hours ago: 0 for the last 60 minutes, 1 for those before, and so on.</param>
/// <param name="Actions">How many actions it asked for.</param>
/// <param name="Risk">The sum of their scores.</param>
/// <param name="Failures">How many were reported as failed.</param>
internal sealed record HourOfActivity(long Age, long Actions, long Risk, long Failures)
{
    /// <summary>The mean score.</summary>
    public double MeanRisk => (double)Risk / Actions;

    /// <summary>The share of failures.</summary>
    public double ErrorRate => (double)Failures / Actions;
}
