using Trellis.Server.Ascend.Actions;
using Trellis.Server.Ascend.Risk;

namespace Trellis.Server.Ascend.Tests.Risk;

public sealed class CvssProfileTests
{
    [Fact]
    public void The_profile_is_ten_times_the_base_score_of_the_type() => Assess("file_write").Score.ShouldBe(65);

    [Fact]
    public void The_profile_is_named_as_the_source() => RiskSources.Word(Assess("file_write").Source).ShouldBe("cvss");

    [Theory]
    [InlineData("2026-01-14T20:00:00Z", 53)]
    [InlineData("2026-01-17T10:00:00Z", 53)]
    [InlineData("2026-01-17T22:00:00Z", 63)]
    [InlineData("2026-01-14T07:59:00Z", 53)]
    [InlineData("2026-01-14T08:00:00Z", 43)]
    public void Unusual_times_add_to_it(string at, int score) =>
        TestAction.Of("file_read").With(at: DateTimeOffset.Parse(at)).Assess(RiskProfile.Cvss).Score.ShouldBe(score);

    [Theory]
    [InlineData("""{"holiday":true}""", 58)]
    [InlineData("""{"after_hours":true}""", 53)]
    [InlineData("""{"data_classification":"internal"}""", 48)]
    [InlineData("""{"data_classification":"Confidential"}""", 53)]
    [InlineData("""{"data_classification":"pii"}""", 58)]
    [InlineData("""{"data_classification":"phi"}""", 63)]
    [InlineData("""{"first_time_action":true}""", 48)]
    [InlineData("""{"batch_size":99}""", 43)]
    [InlineData("""{"batch_size":100}""", 48)]
    [InlineData("""{"record_count":1000}""", 53)]
    [InlineData("""{"row_count":10000}""", 58)]
    public void What_the_context_states_adds_to_it(string context, int score) =>
        TestAction.Of("file_read", context: context).Assess(RiskProfile.Cvss).Score.ShouldBe(score);

    [Fact]
    public void Regimes_add_to_it() =>
        TestAction.Of("file_read").With(new RiskIndicators { ComplianceFlags = ["PCI-DSS"] }).Assess(RiskProfile.Cvss).Score.ShouldBe(63);

    [Fact]
    public void Production_databases_add_to_it() => Assess("file_read", "orders-database").Score.ShouldBe(53);

    [Fact]
    public void Administrative_systems_add_to_it() => Assess("file_read", "admin-console").Score.ShouldBe(58);

    [Fact]
    public void It_ends_at_a_hundred() =>
        TestAction.Of("shell_execute", "admin-database", context: """{"holiday":true}""").Assess(RiskProfile.Cvss).Score.ShouldBe(100);

    private static RiskAssessment Assess(string type, string resource = "archive") => TestAction.Of(type, resource).Assess(RiskProfile.Cvss);
}
