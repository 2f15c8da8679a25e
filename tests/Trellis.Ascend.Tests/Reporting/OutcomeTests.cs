using System.Text.Json.Nodes;
using Trellis.Testing;

namespace Trellis.Ascend.Tests.Reporting;

public sealed class OutcomeTests
{
    private const string Logged = """{"success":true,"action_id":"7","status":"completed","logged_at":"2026-01-15T10:30:00Z"}""";

    [Fact]
    public async Task Completion_is_reported_with_its_result()
    {
        using var ascend = new AscendFixture(Golden.Ok(Logged));
        var entry = await ascend.Client.LogActionCompletedAsync("7", new JsonObject { ["rows"] = 3 }, TimeSpan.FromMilliseconds(12.7));
        entry.LoggedLocally.ShouldBeFalse();
        entry.LoggedAt.ShouldNotBeNull();
        ascend.Transport.LastRequest.Path.ShouldBe("/api/agent-action/7/complete");
        ascend.Transport.LastRequest.BodyText.ShouldBe(
            """{"action_id": "7", "completed_at": "2026-01-15T10:30:00.000000+00:00", "duration_ms": 12, "result": {"rows": 3}, "status": "completed"}""");
    }

    [Fact]
    public async Task An_empty_result_and_a_duration_of_zero_are_left_out()
    {
        using var ascend = new AscendFixture(Golden.Ok(Logged));
        await ascend.Client.LogActionCompletedAsync("7", [], TimeSpan.Zero);
        ascend.Transport.LastRequest.BodyText.ShouldBe("""{"action_id": "7", "completed_at": "2026-01-15T10:30:00.000000+00:00", "status": "completed"}""");
    }

    [Fact]
    public async Task Failure_is_reported_with_a_text_or_an_object()
    {
        using var ascend = new AscendFixture(Golden.Ok(Logged), Golden.Ok(Logged));
        await ascend.Client.LogActionFailedAsync("7", "it broke");
        ascend.Transport.LastRequest.Path.ShouldBe("/api/agent-action/7/fail");
        ascend.Transport.LastRequest.ReadJson().GetProperty("error").GetString().ShouldBe("it broke");
        await ascend.Client.LogActionFailedAsync("7", new JsonObject { ["code"] = 5 });
        ascend.Transport.LastRequest.ReadJson().GetProperty("error").GetProperty("code").GetInt32().ShouldBe(5);
        ascend.Transport.LastRequest.ReadJson().GetProperty("failed_at").GetString().ShouldNotBeNull();
    }

    [Theory]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(500)]
    public async Task A_report_that_is_refused_throws_nothing(int status)
    {
        using var ascend = new AscendFixture(null, new StubTransport(_ => Golden.Error(status)));
        var entry = await ascend.Client.LogActionCompletedAsync("7");
        entry.LoggedLocally.ShouldBeTrue();
        entry.Error.ShouldNotBeNullOrEmpty();
        entry.Exception!.Status.ShouldBe(status);
    }

    [Fact]
    public void A_report_that_does_not_arrive_throws_nothing_in_the_synchronous_form_either()
    {
        using var ascend = new AscendFixture(null, new StubTransport(_ => StubAnswer.ConnectFailure()));
        ascend.Client.LogActionFailed("7", "x").LoggedLocally.ShouldBeTrue();
        ascend.Client.LogActionCompleted("7").LoggedLocally.ShouldBeTrue();
    }

    [Fact]
    public async Task An_action_that_no_server_has_seen_is_not_reported_to_one()
    {
        using var ascend = new AscendFixture();
        (await ascend.Client.LogActionCompletedAsync("fail_open_asc_1")).LoggedLocally.ShouldBeTrue();
        ascend.Transport.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_callers_cancellation_is_the_callers()
    {
        using var ascend = new AscendFixture(StubAnswer.Silence());
        await Should.ThrowAsync<OperationCanceledException>(() => ascend.Client.LogActionCompletedAsync("7", cancellationToken: new(canceled: true)));
    }
}
