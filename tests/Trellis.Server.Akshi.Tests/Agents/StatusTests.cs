using Trellis.Server.Akshi.Tests.Support;

namespace Trellis.Server.Akshi.Tests.Agents;

public sealed class StatusTests
{
    private const string Agents =
        """
        [[agents]]
        name = "one"
        kind = "declarative"
        file_pattern = "*.txt"
        capabilities = ["filesystem"]
        rules = [{ pattern = "x" }]
        [[agents]]
        name = "a name / with everything"
        kind = "declarative"
        enabled = false
        fuel_limit = 0
        file_pattern = "*.txt"
        rules = [{ pattern = "x" }]
        """;

    [Theory]
    [InlineData("/api/v1/status")]
    [InlineData("/api/v1/agents")]
    public async Task The_status_is_a_bare_array_in_the_order_of_the_file(string path)
    {
        await using var world = await World.StartAsync(Agents);
        await world.RunsAsync("one", 1);
        world.Clock.Advance(TimeSpan.FromSeconds(2));

        (await world.Server.GetAsync(path)).ShouldAnswer(
            """
            [{"name":"one","status":"idle","uptime_ms":2000,"last_activity_ms_ago":2000,"restart_count":0,
              "memory_profile":{"heap_bytes":0,"fuel_remaining":999999}},
             {"name":"a name / with everything","status":"stopped","uptime_ms":2000,"last_activity_ms_ago":null,"restart_count":0,
              "memory_profile":{"heap_bytes":0,"fuel_remaining":null},"reason":"the agent is not enabled"}]
            """);
    }

    [Fact]
    public async Task A_name_filters_and_an_unknown_one_is_an_empty_list()
    {
        await using var world = await World.StartAsync(Agents);

        (await world.Server.GetAsync("/api/v1/status?agent=a%20name%20%2F%20with%20everything")).Array.Count.ShouldBe(1);
        (await world.Server.GetAsync("/api/v1/agents?agent=nobody")).ShouldAnswer("[]");
    }

    [Fact]
    public async Task Without_a_file_the_runtime_is_there_with_no_agents()
    {
        await using var server = await AkshiServer.StartAsync(new ServerSetup());

        (await server.GetAsync("/api/v1/status")).ShouldAnswer("[]");
        (await server.PostAsync("/api/v1/reload")).ShouldBe(200);
    }

    [Fact]
    public async Task The_agents_stop_with_the_server()
    {
        await using var world = await World.StartAsync(Agents);
        await world.RunsAsync("one", 1);

        await world.Server.DisposeAsync();

        var runs = world.Sink.Runs("one").Count;
        world.Clock.Advance(World.Interval);
        world.Sink.Runs("one").Count.ShouldBe(runs);
    }
}
