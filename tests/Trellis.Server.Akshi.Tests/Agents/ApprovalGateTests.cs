using Trellis.Server.Akshi.Approvals;
using Trellis.Server.Akshi.Tests.Support;

namespace Trellis.Server.Akshi.Tests.Agents;

public sealed class ApprovalGateTests
{
    private const string Agent =
        """
        [[agents]]
        name = "asker"
        kind = "declarative"
        file_pattern = "*.txt"
        capabilities = ["filesystem"]
        tick_timeout_secs = 11
        approval = { filesystem = true, timeout_secs = 60 }
        [[agents.rules]]
        pattern = 'x'
        """;

    [Fact]
    public async Task A_tick_waits_for_a_person_and_its_clock_stands_still()
    {
        var decision = new TaskCompletionSource<ApprovalAnswerKind>();
        await using var world = await StartAsync(_ => decision.Task);
        await world.Sink.WaitForStartsAsync("asker", 1);
        world.Approvals.Asked.ShouldHaveSingleItem().ShouldBe(("asker", "filesystem", "read a.txt"));

        world.Clock.Advance(TimeSpan.FromSeconds(50));
        (await world.StatusAsync("asker"))["status"]!.GetValue<string>().ShouldBe("running");
        world.Told.ShouldBeEmpty();

        decision.SetResult(ApprovalAnswerKind.Approved);
        await world.RunsAsync("asker", 1);
        world.Told.ShouldBe(["a.txt|info|x"]);
    }

    [Fact]
    public async Task What_a_person_refused_is_not_asked_again_until_it_changes()
    {
        await using var world = await StartAsync(static _ => Task.FromResult(ApprovalAnswerKind.Denied));
        await world.RunsAsync("asker", 1);
        (await world.StatusAsync("asker"))["reason"]!.GetValue<string>().ShouldStartWith("approval_denied");

        await world.TickAsync("asker");
        world.Approvals.Asked.Count.ShouldBe(1);
        world.Told.ShouldBeEmpty();

        world.Approvals.Answer = static _ => Task.FromResult(ApprovalAnswerKind.Approved);
        world.Write("a.txt", "x changed");
        await world.TickAsync("asker");
        world.Told.ShouldBe(["a.txt|info|x changed"]);
    }

    [Fact]
    public async Task Without_an_answer_the_next_tick_asks_again()
    {
        await using var world = await StartAsync(static _ => Task.FromResult(ApprovalAnswerKind.TimedOut));
        await world.RunsAsync("asker", 1);
        await world.TickAsync("asker");

        world.Approvals.Asked.Count.ShouldBe(2);
        (await world.StatusAsync("asker"))["reason"]!.GetValue<string>().ShouldStartWith("approval_timeout");
    }

    [Fact]
    public async Task Without_anything_new_nobody_is_asked()
    {
        await using var world = await StartAsync(static _ => Task.FromResult(ApprovalAnswerKind.Approved));
        await world.RunsAsync("asker", 1);
        await world.TickAsync("asker");

        world.Approvals.Asked.Count.ShouldBe(1);
    }

    private static async Task<World> StartAsync(Func<CancellationToken, Task<ApprovalAnswerKind>> answer)
    {
        var asked = new TaskCompletionSource();
        var world = new World();
        world.Write("a.txt", "x");
        world.Configure(Agent);
        world.Approvals.Answer = cancellation =>
        {
            asked.TrySetResult();
            return answer(cancellation);
        };
        await world.StartAsync();
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(60), AkshiServer.Cancellation);
        return world;
    }
}
