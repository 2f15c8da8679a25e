using Trellis.Server.Ascend.Cvss;

namespace Trellis.Server.Ascend.Tests.Cvss;

public sealed class CvssVectorTests
{
    [Fact]
    public void Every_vector_reads_back_as_itself_and_scores_within_bounds()
    {
        var count = 0;
        foreach (var metrics in Every())
        {
            var text = CvssVector.Format(metrics);
            CvssVector.TryParse(text, out var read).ShouldBeTrue(text);
            read.ShouldBe(metrics);
            metrics.BaseScore().ShouldBeInRange(0, 10);
            count++;
        }

        count.ShouldBe(2592);
    }

    [Fact]
    public void A_greater_impact_never_scores_less()
    {
        foreach (var metrics in Every())
        {
            var score = metrics.BaseScore();
            if (metrics.Confidentiality != Impact.High)
                (metrics with { Confidentiality = metrics.Confidentiality + 1 }).BaseScore().ShouldBeGreaterThanOrEqualTo(score);
            if (metrics.Availability != Impact.High)
                (metrics with { Availability = metrics.Availability + 1 }).BaseScore().ShouldBeGreaterThanOrEqualTo(score);
        }
    }

    [Fact]
    public void Metrics_may_come_in_any_order()
    {
        CvssVector.TryParse("CVSS:3.1/A:N/I:N/C:H/S:U/UI:N/PR:L/AC:L/AV:N", out var metrics).ShouldBeTrue();
        metrics.ToString().ShouldBe("CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N")]
    [InlineData("CVSS:3.0/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N")]
    [InlineData("CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:N")]
    [InlineData("CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:N/I:N")]
    [InlineData("CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N/E:P")]
    [InlineData("CVSS:3.1/AV:X/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N")]
    [InlineData("CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:")]
    [InlineData("CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N/")]
    public void Anything_else_is_refused(string? vector) => CvssVector.TryParse(vector, out _).ShouldBeFalse();

    private static IEnumerable<CvssMetrics> Every() =>
        from av in Enum.GetValues<AttackVector>()
        from ac in Enum.GetValues<AttackComplexity>()
        from pr in Enum.GetValues<PrivilegesRequired>()
        from ui in Enum.GetValues<UserInteraction>()
        from s in Enum.GetValues<Scope>()
        from c in Enum.GetValues<Impact>()
        from i in Enum.GetValues<Impact>()
        from a in Enum.GetValues<Impact>()
        select new CvssMetrics
        {
            AttackVector = av,
            AttackComplexity = ac,
            PrivilegesRequired = pr,
            UserInteraction = ui,
            Scope = s,
            Confidentiality = c,
            Integrity = i,
            Availability = a,
        };
}
