namespace Trellis.Server.Ascend.Cvss;

/// <summary>A base score with what it was computed from: <c>cvss_score</c>, <c>cvss_severity</c> and <c>cvss_vector</c>.</summary>
internal sealed class CvssScore
{
    /// <summary>Computes the score.</summary>
    public CvssScore(in CvssMetrics metrics)
    {
        Metrics = metrics;
        Value = metrics.BaseScore();
        Vector = CvssVector.Format(metrics);
    }

    /// <summary>The metrics.</summary>
    public CvssMetrics Metrics { get; }

    /// <summary>The base score: 0.0 to 10.0.</summary>
    public double Value { get; }

    /// <summary>The severity (CVSS 3.1, section 5), in lower case.</summary>
    public string Severity => SeverityOf(Value);

    /// <summary>The vector string.</summary>
    public string Vector { get; }

    /// <summary>The severity of a score: <c>none</c>, <c>low</c>, <c>medium</c>, <c>high</c> or <c>critical</c>.</summary>
    public static string SeverityOf(double score) => score switch
    {
        >= 9.0 => "critical",
        >= 7.0 => "high",
        >= 4.0 => "medium",
        > 0 => "low",
        _ => "none",
    };
}
