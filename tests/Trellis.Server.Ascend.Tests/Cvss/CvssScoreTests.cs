using Trellis.Server.Ascend.Cvss;

namespace Trellis.Server.Ascend.Tests.Cvss;

public sealed class CvssScoreTests
{
    [Theory]
    [InlineData("PR:L", "U", "L", "N", "N", 4.3, "medium")]
    [InlineData("PR:L", "U", "L", "L", "N", 5.4, "medium")]
    [InlineData("PR:L", "U", "N", "H", "N", 6.5, "medium")]
    [InlineData("PR:L", "U", "H", "N", "N", 6.5, "medium")]
    [InlineData("PR:L", "U", "H", "L", "N", 7.1, "high")]
    [InlineData("PR:L", "U", "N", "H", "H", 8.1, "high")]
    [InlineData("PR:L", "C", "H", "H", "H", 9.9, "critical")]
    [InlineData("PR:N", "U", "H", "H", "H", 9.8, "critical")]
    public void The_reproducible_scores_of_the_contract_hold(string privileges, string scope, string c, string i, string a, double score, string severity)
    {
        var computed = ScoreOf($"CVSS:3.1/AV:N/AC:L/{privileges}/UI:N/S:{scope}/C:{c}/I:{i}/A:{a}");

        computed.Value.ShouldBe(score);
        computed.Severity.ShouldBe(severity);
    }

    // Published scores of known vulnerabilities (the examples document of CVSS 3.1).
    [Theory]
    [InlineData("CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N", 6.1)]
    [InlineData("CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:L/I:L/A:N", 6.4)]
    [InlineData("CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N", 3.1)]
    [InlineData("CVSS:3.1/AV:L/AC:L/PR:H/UI:N/S:U/C:L/I:L/A:L", 4.2)]
    [InlineData("CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:N", 4.6)]
    [InlineData("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N", 7.5)]
    [InlineData("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H", 10.0)]
    [InlineData("CVSS:3.1/AV:A/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N", 0.0)]
    public void Other_published_scores_hold(string vector, double score) => ScoreOf(vector).Value.ShouldBe(score);

    [Theory]
    [InlineData(0.0, "none")]
    [InlineData(0.1, "low")]
    [InlineData(3.9, "low")]
    [InlineData(4.0, "medium")]
    [InlineData(6.9, "medium")]
    [InlineData(7.0, "high")]
    [InlineData(8.9, "high")]
    [InlineData(9.0, "critical")]
    [InlineData(10.0, "critical")]
    public void Severities_are_the_specifications_in_lower_case(double score, string severity) => CvssScore.SeverityOf(score).ShouldBe(severity);

    private static CvssScore ScoreOf(string vector)
    {
        CvssVector.TryParse(vector, out var metrics).ShouldBeTrue();
        return new CvssScore(metrics);
    }
}
