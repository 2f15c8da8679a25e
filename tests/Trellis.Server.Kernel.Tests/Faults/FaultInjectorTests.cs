using Trellis.Server.Kernel.Faults;

namespace Trellis.Server.Kernel.Tests.Faults;

public sealed class FaultInjectorTests
{
    private const string Half = """{"route":"GET /a","status":503,"probability":0.5}""";

    [Fact]
    public void The_same_seed_draws_the_same_faults()
    {
        Draw(FaultServer.Plan(Half, seed: 7), 200).ShouldBe(Draw(FaultServer.Plan(Half, seed: 7), 200));
        Draw(FaultServer.Plan(Half, seed: 8), 200).ShouldNotBe(Draw(FaultServer.Plan(Half, seed: 7), 200));
    }

    [Fact]
    public void Draws_keep_to_the_probability() =>
        Draw(FaultServer.Plan(Half), 10_000).Count(static befalls => befalls).ShouldBeInRange(4_800, 5_200);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 100)]
    public void Never_and_always_are_exact(int probability, int expected) =>
        Draw(FaultServer.Plan($$"""{"route":"GET /a","status":503,"probability":{{probability}}}"""), 100)
            .Count(static befalls => befalls).ShouldBe(expected);

    [Fact]
    public void Other_requests_do_not_change_what_a_rule_draws()
    {
        var injector = new FaultInjector(FaultServer.Plan(Half, seed: 7));
        var drawn = Enumerable.Range(0, 200).Select(_ =>
        {
            injector.Next("GET", "/b", out var _);
            return injector.Next("GET", "/a", out var _) is not null;
        });

        drawn.ShouldBe(Draw(FaultServer.Plan(Half, seed: 7), 200));
    }

    [Fact]
    public void A_rule_that_loses_its_draw_leaves_the_request_to_the_next()
    {
        var injector = new FaultInjector(FaultServer.Plan(
            """{"route":"GET /a","status":503,"probability":0},{"route":"GET /a","status":500}"""));

        injector.Next("GET", "/a", out var index)!.Status.ShouldBe(500);
        index.ShouldBe(1);
    }

    [Fact]
    public void Concurrent_requests_use_a_rule_up_exactly()
    {
        var injector = new FaultInjector(FaultServer.Plan("""{"route":"GET /a","status":503,"times":1000}"""));
        var befallen = 0;

        Parallel.For(0, 5_000, _ => Interlocked.Add(ref befallen, injector.Next("GET", "/a", out var _) is null ? 0 : 1));

        befallen.ShouldBe(1000);
    }

    [Fact]
    public void Setting_a_plan_begins_anew()
    {
        var injector = new FaultInjector(FaultServer.Plan("""{"route":"GET /a","status":503,"times":1}"""));
        injector.Next("GET", "/a", out _).ShouldNotBeNull();
        injector.Next("GET", "/a", out _).ShouldBeNull();

        injector.Plan = injector.Plan;

        injector.Next("GET", "/a", out _).ShouldNotBeNull();
        injector.Plan = FaultPlan.Empty;
        injector.Next("GET", "/a", out var index).ShouldBeNull();
        index.ShouldBe(-1);
    }

    private static bool[] Draw(FaultPlan plan, int count)
    {
        var injector = new FaultInjector(plan);
        return [.. Enumerable.Range(0, count).Select(_ => injector.Next("GET", "/a", out var _) is not null)];
    }
}
