using Trellis.Testing;

namespace Trellis.Ascend.Tests.Bulk;

public sealed class BulkTests
{
    [Fact]
    public async Task Results_come_in_the_order_of_the_actions_and_failures_do_not_spread()
    {
        using var ascend = new AscendFixture(null, new StubTransport(Answer));
        var result = await ascend.Client.EvaluateActionsAsync([Action("allowed"), Action("denied"), Action(""), Action("refused"), Action("pending")]);
        result.Results.Select(item => item.Index).ShouldBe([0, 1, 2, 3, 4]);
        result.Results.Select(item => item.Decision?.Decision).ShouldBe([Decision.Allowed, Decision.Denied, null, null, Decision.Pending]);
        result.Results[2].Exception.ShouldBeOfType<AscendValidationException>();
        result.Results[3].Error.ShouldNotBeNull().ShouldContain("403");
        result.Total.ShouldBe(5);
        result.Succeeded.ShouldBe(3);
        result.Failed.ShouldBe(2);
    }

    [Fact]
    public void The_synchronous_form_gives_the_same()
    {
        using var ascend = new AscendFixture(null, new StubTransport(Answer));
        var result = ascend.Client.EvaluateActions([Action("pending"), Action("refused"), Action("denied")]);
        result.Results.Select(item => item.Decision?.Decision).ShouldBe([Decision.Pending, null, Decision.Denied]);
    }

    [Fact]
    public async Task Nothing_is_waited_for()
    {
        using var ascend = new AscendFixture(null, new StubTransport(Answer));
        await ascend.Client.EvaluateActionsAsync([Action("pending")]);
        ascend.Transport.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Fifty_are_taken_and_fifty_one_are_not()
    {
        using var ascend = new AscendFixture(null, new StubTransport(Answer));
        (await ascend.Client.EvaluateActionsAsync([.. Enumerable.Repeat(Action("allowed"), 50)])).Succeeded.ShouldBe(50);
        await Should.ThrowAsync<AscendValidationException>(() => ascend.Client.EvaluateActionsAsync([.. Enumerable.Repeat(Action("allowed"), 51)]));
        ascend.Transport.Requests.Count.ShouldBe(50);
    }

    [Fact]
    public async Task No_more_than_five_are_under_way_at_a_time()
    {
        var clock = new ManualTimeProvider();
        using var arrivals = new SemaphoreSlim(0);
        var transport = new StubTransport(_ =>
        {
            arrivals.Release();
            return StubAnswer.Silence();
        });
        using var ascend = new AscendFixture(options => options.EnableCircuitBreaker = false, transport, clock);
        var call = ascend.Client.EvaluateActionsAsync([.. Enumerable.Repeat(Action("allowed"), 12)]);
        foreach (var expected in (int[])[5, 5, 2])
        {
            await clock.WaitForTimersAsync(expected);
            clock.PendingTimers.Count.ShouldBe(expected);

            // A clock that has gone on before a request is sent keeps it from being sent.
            for (var arrived = 0; arrived < expected; arrived++)
                await arrivals.WaitAsync(TestContext.Current.CancellationToken);
            clock.Advance(TimeSpan.FromSeconds(5));
        }

        (await call).Failed.ShouldBe(12);
        ascend.Transport.Requests.Count.ShouldBe(12);
    }

    [Fact]
    public async Task An_empty_list_is_evaluated()
    {
        using var ascend = new AscendFixture();
        (await ascend.Client.EvaluateActionsAsync([])).Total.ShouldBe(0);
    }

    private static AgentAction Action(string resource) => new() { ActionType = "a", Resource = resource };

    private static StubAnswer Answer(RecordedRequest request) => request.ReadJson().GetProperty("resource").GetString() switch
    {
        "denied" => Golden.Ok(Golden.Denied),
        "pending" => Golden.Ok(Golden.Pending),
        "refused" => Golden.Error(403),
        _ => Golden.Ok(Golden.Allowed),
    };
}
