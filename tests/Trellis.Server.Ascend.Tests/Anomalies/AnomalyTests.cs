using Trellis.Server.Ascend.Anomalies;
using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.Anomalies;

public sealed class AnomalyTests : ServerTest
{
    [Fact]
    public async Task An_agent_without_a_day_of_history_has_nothing_to_be_compared_with()
    {
        await First.RegisterAgentAsync("agent-1");
        await SubmitAsync(3);

        var json = (await First.GetAsync("/api/agents/health/agent-1/anomalies")).ShouldBeOk().Json;

        json["has_baseline"]!.GetValue<bool>().ShouldBeFalse();
        json["severity"]!.GetValue<string>().ShouldBe("none");
    }

    [Fact]
    public async Task Many_actions_in_an_hour_stand_out_against_a_quiet_day()
    {
        await First.RegisterAgentAsync("agent-1");
        await SubmitAsync(1);
        Server.Clock.Advance(TimeSpan.FromHours(30));
        await SubmitAsync(5);

        var json = (await First.GetAsync("/api/agents/health/agent-1/anomalies")).ShouldBeOk().Json;

        json["has_baseline"]!.GetValue<bool>().ShouldBeTrue();
        json["severity"]!.GetValue<string>().ShouldBe("critical");
        var measure = json["measures"]!.AsArray()[0]!;
        measure["name"]!.GetValue<string>().ShouldBe("actions_per_hour");
        measure["current"]!.GetValue<double>().ShouldBe(5);
    }

    [Theory]
    [InlineData(11.9, null)]
    [InlineData(12, "low")]
    [InlineData(13, "medium")]
    [InlineData(14, "high")]
    [InlineData(15, "high")]
    [InlineData(15.1, "critical")]
    [InlineData(7, "medium")]
    public void Severity_follows_the_distance_in_standard_deviations(double current, string? severity) =>
        new AnomalyMeasure("x", current, 10, 1).Severity.ShouldBe(severity);

    [Fact]
    public void Mean_and_deviation_are_those_of_the_hours_before()
    {
        var measure = AnomalyMeasure.Of("x", 9, [2, 4, 4, 4, 5, 5, 7, 9]);

        measure.Mean.ShouldBe(5);
        measure.Deviation.ShouldBe(2);
        measure.ZScore.ShouldBe(2);
    }

    private async Task SubmitAsync(int times)
    {
        for (var i = 0; i < times; i++)
        {
            (await First.PostAsync("/api/v1/actions/submit", new()
            {
                ["agent_id"] = "agent-1", ["action_type"] = "database.query", ["resource"] = "orders",
            })).ShouldBeOk();
        }
    }
}
