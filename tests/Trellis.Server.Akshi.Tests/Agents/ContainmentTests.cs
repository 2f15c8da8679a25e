using Trellis.Server.Akshi.Events;
using Trellis.Server.Akshi.Inference;
using Trellis.Server.Akshi.Tests.Support;

namespace Trellis.Server.Akshi.Tests.Agents;

public sealed class ContainmentTests
{
    private const string Route = "[[router.routes]]\nname = 'local'\nprovider = 'echo'\n";

    private const string Healthy =
        """

        [[agents]]
        name = "healthy"
        kind = "declarative"
        file_pattern = "*.txt"
        capabilities = ["filesystem"]
        [[agents.rules]]
        pattern = 'x'
        """;

    private const string Bad =
        """

        [[agents]]
        name = "bad"
        kind = "declarative"
        file_pattern = "*.txt"
        prompt = "{{content}}"
        capabilities = ["filesystem", "inference"]
        max_restarts = 1
        restart_backoff_secs = 3
        tick_timeout_secs = 11

        """;

    [Fact]
    public async Task An_agent_that_throws_is_started_anew_and_then_given_up()
    {
        await using var world = await StartAsync(Bad, static (_, _) => throw new InvalidOperationException("it broke"));
        await world.RunsAsync("bad", 1);

        var status = await world.StatusAsync("bad");
        status["restart_count"]!.GetValue<int>().ShouldBe(1);
        status["reason"]!.GetValue<string>().ShouldBe("InvalidOperationException: it broke");
        (await world.LogsAsync("bad")).ShouldContain(static line => line.StartsWith("error: InvalidOperationException: it broke"));

        await world.TickAsync("bad", TimeSpan.FromSeconds(3));
        (await world.StatusAsync("bad"))["status"]!.GetValue<string>().ShouldBe("error");
        world.Sink.Runs("bad").ShouldAllBe(static run => run.Error!.Contains("it broke"));
        world.Sink.Of("bad").OfType<AgentActivity.RunStarted>().Select(static run => run.RunId)
            .ShouldBe(world.Sink.Runs("bad").Select(static run => run.RunId));
        await ShouldHurtNobodyAsync(world);
    }

    [Fact]
    public async Task An_agent_that_loops_is_ended_at_its_time()
    {
        await using var world = await StartAsync(Bad, static async (_, cancellation) =>
        {
            await Task.Delay(Timeout.Infinite, cancellation);
            return FakeInference.Result("[]");
        });
        await world.Sink.WaitForStartsAsync("bad", 1);
        await world.Clock.WaitForTimerAsync(TimeSpan.FromSeconds(11), AkshiServer.Cancellation);
        (await world.StatusAsync("bad"))["status"]!.GetValue<string>().ShouldBe("running");
        await ShouldHurtNobodyAsync(world, TimeSpan.FromSeconds(11));

        await world.RunsAsync("bad", 1);
        (await world.StatusAsync("bad"))["reason"]!.GetValue<string>().ShouldBe("tick_timeout: the tick took longer than 11 s");
        (await world.StatusAsync("bad"))["restart_count"]!.GetValue<int>().ShouldBe(1);
        (await world.LogsAsync("bad")).ShouldContain(static line => line.StartsWith("error: tick_timeout: "));
    }

    [Fact]
    public async Task An_agent_that_does_not_even_end_is_given_up_and_never_run_twice_at_once()
    {
        var never = new TaskCompletionSource<InferenceResult>();
        var asked = new TaskCompletionSource();
        await using var world = await StartAsync(Bad, (_, _) =>
        {
            asked.SetResult();
            return never.Task;
        });
        await asked.Task.WaitAsync(AkshiServer.Cancellation);
        await world.Clock.WaitForTimerAsync(TimeSpan.FromSeconds(11), AkshiServer.Cancellation);
        world.Clock.Advance(TimeSpan.FromSeconds(11));
        await world.Clock.WaitForTimerAsync(TimeSpan.FromSeconds(5), AkshiServer.Cancellation);
        world.Clock.Advance(TimeSpan.FromSeconds(5));
        await world.RunsAsync("bad", 1);

        (await world.StatusAsync("bad"))["status"]!.GetValue<string>().ShouldBe("error");
        (await world.StatusAsync("bad"))["reason"]!.GetValue<string>().ShouldContain("did not end");
        (await world.LogsAsync("bad")).ShouldContain(static line => line.StartsWith("error: ") && line.Contains("did not end"));
        world.Inference.Asked.Count.ShouldBe(1);
        never.SetResult(FakeInference.Result("[]"));
    }

    [Fact]
    public async Task An_agent_that_uses_up_its_fuel_is_started_anew()
    {
        await using var world = await StartAsync(Bad + "fuel_limit = 900\n", static (_, _) => throw new InvalidOperationException("never asked"));
        await world.RunsAsync("bad", 1);

        var status = await world.StatusAsync("bad");
        status["reason"]!.GetValue<string>().ShouldBe("fuel_exhausted: the tick used up its fuel");
        status["memory_profile"]!["fuel_remaining"]!.GetValue<long>().ShouldBe(0);
        status["restart_count"]!.GetValue<int>().ShouldBe(1);
        (await world.LogsAsync("bad")).ShouldContain(static line => line.StartsWith("error: fuel_exhausted: "));
        world.Inference.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_tick_that_ends_well_makes_the_count_of_failures_begin_anew()
    {
        var fails = true;
        await using var world = await StartAsync(Bad, (_, _) => fails ? throw new InvalidOperationException("once") : Task.FromResult(FakeInference.Result("[]")));
        await world.RunsAsync("bad", 1);
        fails = false;
        await world.TickAsync("bad", TimeSpan.FromSeconds(3));
        fails = true;
        world.Write("a.txt", "x, and more");
        await world.TickAsync("bad");

        (await world.StatusAsync("bad"))["status"]!.GetValue<string>().ShouldBe("idle");
        (await world.StatusAsync("bad"))["restart_count"]!.GetValue<int>().ShouldBe(2);
    }

    [Theory]
    [InlineData("[\"inference\"]", "capability_denied: the agent has no capability 'filesystem'")]
    [InlineData("[\"filesystem\"]", "capability_denied: the agent has no capability 'inference'")]
    [InlineData("[]", "capability_denied: the agent has no capability 'filesystem'")]
    public async Task What_was_not_granted_is_refused_and_the_agent_lives(string capabilities, string reason)
    {
        await using var world = await StartAsync(
            Bad.Replace("[\"filesystem\", \"inference\"]", capabilities), static (_, _) => Task.FromResult(FakeInference.Result("[]")));
        await world.RunsAsync("bad", 1);

        var status = await world.StatusAsync("bad");
        (status["status"]!.GetValue<string>(), status["restart_count"]!.GetValue<int>()).ShouldBe(("idle", 0));
        status["reason"]!.GetValue<string>().ShouldBe(reason);
        (await world.LogsAsync("bad")).ShouldContain($"warn: {reason}");
        world.Inference.Asked.ShouldBeEmpty();
        await ShouldHurtNobodyAsync(world);
        await world.RunsAsync("bad", 2);
        (await world.LogsAsync("bad")).Count(line => line == $"warn: {reason}").ShouldBe(1, "the same refusal is told once");
        (await world.AuditAsync("denial")).ShouldBe(["bad"]);
    }

    [Fact]
    public async Task An_agent_of_webassembly_is_an_error_with_its_reason_and_runs_as_nothing_else()
    {
        await using var world = await World.StartAsync("[[agents]]\nname = 'wasm'\nwasm = 'a.wasm'\n[[agents]]\nname = 'off'\nwasm = 'a.wasm'\nenabled = false" + Healthy, ("a.wasm", ""));
        await world.RunsAsync("healthy", 1);

        (await world.StatusAsync("wasm"))["status"]!.GetValue<string>().ShouldBe("error");
        (await world.StatusAsync("wasm"))["reason"]!.GetValue<string>().ShouldContain("WebAssembly");
        (await world.StatusAsync("off"))["status"]!.GetValue<string>().ShouldBe("stopped");
        (await world.LogsAsync("wasm")).ShouldContain(static line => line.StartsWith("error: ") && line.Contains("WebAssembly"));
        world.Sink.Runs("wasm").ShouldBeEmpty();
    }

    private static async Task<World> StartAsync(string bad, Func<InferenceRequest, CancellationToken, Task<InferenceResult>> answer)
    {
        var world = new World();
        world.Write("a.txt", "x");
        world.Configure(Route + bad + Healthy);
        world.Inference.Answer = answer;
        await world.StartAsync();
        return world;
    }

    // The other agent ticks on and finds what is new.
    private static async Task ShouldHurtNobodyAsync(World world, TimeSpan? advance = null)
    {
        await world.RunsAsync("healthy", 1);
        var runs = world.Sink.Runs("healthy").Count;
        world.Write("other.txt", "another x");
        await world.Clock.WaitForTimerAsync(World.Interval - world.Clock.Elapsed, AkshiServer.Cancellation);
        world.Clock.Advance(advance ?? World.Interval);
        await world.RunsAsync("healthy", runs + 1);
        world.Told.ShouldContain("other.txt|info|another x");
        (await world.StatusAsync("healthy"))["restart_count"]!.GetValue<int>().ShouldBe(0);
    }
}
