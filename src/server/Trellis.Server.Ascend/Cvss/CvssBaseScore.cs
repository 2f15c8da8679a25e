namespace Trellis.Server.Ascend.Cvss;

/// <summary>The base equations of CVSS 3.1 (https://www.first.org/cvss/v3.1/specification-document, sections 7.1 and 7.4).</summary>
internal static class CvssBaseScore
{
    /// <summary>The base score: 0.0 to 10.0 in steps of a tenth.</summary>
    public static double Of(in CvssMetrics metrics)
    {
        var impact = ImpactOf(metrics);
        if (impact <= 0)
            return 0;

        var sum = impact + ExploitabilityOf(metrics);
        return RoundUp(Math.Min(metrics.Scope == Scope.Changed ? 1.08 * sum : sum, 10));
    }

    // Appendix A of the specification: integers, so that 4.02 from one processor and 4.000000001 from another both end where they should.
    private static double RoundUp(double value)
    {
        var scaled = (long)Math.Round(value * 100_000);
        return scaled % 10_000 == 0 ? scaled / 100_000.0 : ((scaled / 10_000) + 1) / 10.0;
    }

    private static double ImpactOf(in CvssMetrics metrics)
    {
        var loss = 1 - ((1 - Weight(metrics.Confidentiality)) * (1 - Weight(metrics.Integrity)) * (1 - Weight(metrics.Availability)));
        return metrics.Scope == Scope.Changed
            ? (7.52 * (loss - 0.029)) - (3.25 * Math.Pow(loss - 0.02, 15))
            : 6.42 * loss;
    }

    private static double ExploitabilityOf(in CvssMetrics metrics) =>
        8.22 * Weight(metrics.AttackVector) * Weight(metrics.AttackComplexity)
        * Weight(metrics.PrivilegesRequired, metrics.Scope) * Weight(metrics.UserInteraction);

    private static double Weight(Impact impact) => impact switch { Impact.High => 0.56, Impact.Low => 0.22, _ => 0 };

    private static double Weight(AttackComplexity complexity) => complexity == AttackComplexity.Low ? 0.77 : 0.44;

    private static double Weight(UserInteraction interaction) => interaction == UserInteraction.None ? 0.85 : 0.62;

    private static double Weight(AttackVector vector) => vector switch
    {
        AttackVector.Network => 0.85,
        AttackVector.Adjacent => 0.62,
        AttackVector.Local => 0.55,
        _ => 0.2,
    };

    private static double Weight(PrivilegesRequired privileges, Scope scope) => (privileges, scope) switch
    {
        (PrivilegesRequired.None, _) => 0.85,
        (PrivilegesRequired.Low, Scope.Changed) => 0.68,
        (PrivilegesRequired.Low, _) => 0.62,
        (_, Scope.Changed) => 0.5,
        _ => 0.27,
    };
}
