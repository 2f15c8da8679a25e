using Trellis.Server.Akshi.Tests.Support;

namespace Trellis.Server.Akshi.Tests.Reload;

public sealed class ReloadTests
{
    [Fact]
    public async Task Agents_are_added_changed_removed_and_left_alone()
    {
        await using var world = await World.StartAsync(Agent("same") + Agent("changed") + Agent("removed"), ("a.txt", "x"));
        await world.RunsAsync("same", 1);
        await world.RunsAsync("changed", 1);
        await world.RunsAsync("removed", 1);

        world.Configure(Agent("same") + Agent("changed", "description = 'new'") + Agent("added"));
        (await world.Server.PostAsync("/api/v1/reload")).ShouldAnswer(
            """{"ok":true,"reloaded":["changed"],"unchanged":["same"],"added":["added"],"removed":["removed"],"requires_restart":[],"errors":[]}""");

        await world.RunsAsync("added", 1);
        await world.RunsAsync("changed", 2);
        world.Sink.Runs("same").Count.ShouldBe(1);
        (await world.Server.GetAsync("/api/v1/status")).Array.Select(static agent => agent!["name"]!.GetValue<string>()).ShouldBe(["same", "changed", "added"]);
        world.Told.Length.ShouldBe(4, "an agent that was reloaded remembers what it saw");
    }

    [Theory]
    [InlineData("[", "runtime.toml:2:2: a key is expected here")]
    [InlineData("[dashboard]\nport = 'x'", "runtime.toml:3:8: 'dashboard.port' must be an integer and is a string.")]
    [InlineData("[[agents]]\nname = 'a'\nkind = 'declarative'\nfile_pattern = '*'\nrules = [{ pattern = '(' }]", "'agents[0].rules[0].pattern' is no regular expression")]
    [InlineData("[dashboard]\ntoken = '${NOT_SET_ANYWHERE}'", "'dashboard.token' needs the environment variable NOT_SET_ANYWHERE, which is not set.")]
    public async Task A_wrong_file_is_refused_with_its_place_and_the_old_configuration_runs_on(string toml, string reason)
    {
        await using var world = await World.StartAsync("[dashboard]\nrate_limit = 77\n" + Agent("steady"), ("a.txt", "x"));
        await world.RunsAsync("steady", 1);

        world.Configure(toml);
        var refused = (await world.Server.PostAsync("/api/v1/reload")).ShouldBeRefused(400, "config_invalid");

        refused.Detail.ShouldContain(reason);
        refused.Header("X-RateLimit-Limit").ShouldBe("77");
        (await world.LogsAsync()).ShouldContain(line => line.StartsWith("error: ") && line.Contains(reason));
        await world.TickAsync("steady");
        (await world.StatusAsync("steady"))["status"]!.GetValue<string>().ShouldBe("idle");
    }

    [Fact]
    public async Task Settings_hold_at_once_and_what_needs_a_restart_is_named()
    {
        await using var world = await World.StartAsync("[dashboard]\nrate_limit = 77\n");

        world.Configure("data_dir = 'x'\n[dashboard]\nrate_limit = 88\nport = 4000\ntoken = 'another-token'\ncors_origins = ['http://b']\n[telemetry]\nlog_level = 'error'");
        var reply = (await world.Server.PostAsync("/api/v1/reload")).ShouldBe(200);
        reply.Json["requires_restart"]!.AsArray().Select(static key => key!.GetValue<string>()).ShouldBe(["dashboard.port", "dashboard.token", "data_dir"]);

        var next = await world.Server.SendAsync("GET", "/api/v1/status", null, static request =>
        {
            request.Headers.Add("Authorization", "Bearer another-token");
            request.Headers.Add("Origin", "http://b");
        });
        next.ShouldBe(401);
        next.Header("X-RateLimit-Limit").ShouldBe("88");
        next.Header("Access-Control-Allow-Origin").ShouldBe("http://b");
        (await world.Server.PostAsync("/api/v1/reload")).Json["requires_restart"]!.AsArray().Count.ShouldBe(3);
    }

    [Fact]
    public async Task One_agent_is_reloaded_by_its_name_even_if_it_is_the_same()
    {
        await using var world = await World.StartAsync(Agent("one") + Agent("two"), ("a.txt", "x"));
        await world.RunsAsync("one", 1);
        await world.RunsAsync("two", 1);

        world.Configure("[dashboard]\nrate_limit = 88\n" + Agent("one") + Agent("two", "description = 'new'"));
        (await world.Server.PostAsync("/api/v1/reload", """{"agent":"one"}""")).ShouldAnswer(
            """{"ok":true,"reloaded":["one"],"unchanged":["two"],"added":[],"removed":[],"requires_restart":[],"errors":[]}""");
        await world.RunsAsync("one", 2);
        (await world.Server.GetAsync("/api/v1/status")).Header("X-RateLimit-Limit").ShouldBe("300");
    }

    [Theory]
    [InlineData("""{"agent":"nobody"}""", 404, "agent_not_found")]
    [InlineData("""{"agent":1}""", 400, "bad_request")]
    [InlineData("{", 400, "invalid_json")]
    public async Task What_cannot_be_reloaded_is_refused(string body, int status, string error)
    {
        await using var world = await World.StartAsync("");

        (await world.Server.PostAsync("/api/v1/reload", body)).ShouldBeRefused(status, error);
    }

    [Fact]
    public async Task Reloads_at_the_same_time_take_turns()
    {
        await using var world = await World.StartAsync("", ("a.txt", "x"));
        world.Configure(Agent("new"));

        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => world.Server.PostAsync("/api/v1/reload")));

        replies.ShouldAllBe(static reply => reply.Status == 200);
        replies.Count(static reply => reply.Json["added"]!.AsArray().Count == 1).ShouldBe(1);
        await world.RunsAsync("new", 1);
        world.Told.ShouldBe(["a.txt|info|x"]);
    }

    [Fact]
    public async Task A_running_tick_ends_before_the_new_agent_starts()
    {
        var answer = new TaskCompletionSource<Trellis.Server.Akshi.Inference.InferenceResult>();
        await using var world = new World();
        world.Write("a.txt", "x");
        world.Configure("[[router.routes]]\nname = 'r'\nprovider = 'echo'\n" + Model("first"));
        world.Inference.Answer = (_, _) => answer.Task;
        await world.StartAsync();
        await world.Sink.WaitForStartsAsync("model", 1);

        world.Configure("[[router.routes]]\nname = 'r'\nprovider = 'echo'\n" + Model("second"));
        var reload = world.Server.PostAsync("/api/v1/reload");
        await world.Clock.WaitForTimerAsync(TimeSpan.FromSeconds(5), AkshiServer.Cancellation);
        answer.SetResult(FakeInference.Result("""[{"severity":"info","summary":"in time"}]"""));

        (await reload).ShouldBe(200);
        await world.RunsAsync("model", 2);
        world.Told.ShouldBe(["a.txt|info|in time"]);
        world.Sink.Runs("model")[0].Error.ShouldBeNull();
    }

    private static string Agent(string name, string more = "") =>
        $"[[agents]]\nname = '{name}'\nkind = 'declarative'\nfile_pattern = '*.txt'\ncapabilities = ['filesystem']\nrules = [{{ pattern = 'x' }}]\n{more}\n";

    private static string Model(string description) =>
        $"[[agents]]\nname = 'model'\nkind = 'declarative'\nfile_pattern = '*.txt'\ncapabilities = ['filesystem', 'inference']\nprompt = 'p'\ndescription = '{description}'\n";
}
