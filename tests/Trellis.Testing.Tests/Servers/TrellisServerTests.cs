using System.Net;
using System.Text.Json.Nodes;
using Trellis.Aerostack;
using Trellis.Ascend;

namespace Trellis.Testing.Tests.Servers;

public sealed class TrellisServerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_clients_of_all_four_platforms_are_ready()
    {
        await using var trellis = await TrellisServer.StartAsync(cancellationToken: Cancellation);

        (await trellis.Askii.Keys.ListAsync(cancellationToken: Cancellation)).Keys.ShouldBeEmpty();
        (await trellis.Akshi.Agents.ListAsync(Cancellation)).ShouldBeEmpty();
        (await trellis.Aerostack.Cache.GetAsync("nothing", cancellationToken: Cancellation)).IsHit.ShouldBeFalse();
        (await trellis.Ascend.TestConnectionAsync(Cancellation)).ShouldNotBeNull();
        (await trellis.AscendAdministrator.Approvals.ListAsync(cancellationToken: Cancellation)).Total.ShouldBe(0);
    }

    [Fact]
    public async Task What_is_kept_expires_when_the_clock_is_moved()
    {
        await using var trellis = await TrellisServer.StartAsync(cancellationToken: Cancellation);
        await trellis.Aerostack.Cache.SetAsync("greeting", "hello", TimeSpan.FromMinutes(1), cancellationToken: Cancellation);
        (await trellis.Aerostack.Cache.GetAsync("greeting", cancellationToken: Cancellation)).IsHit.ShouldBeTrue();

        trellis.Clock.Advance(TimeSpan.FromMinutes(2));
        (await trellis.Aerostack.Cache.GetAsync("greeting", cancellationToken: Cancellation)).IsHit.ShouldBeFalse();
    }

    [Fact]
    public async Task The_clock_shows_the_time_that_the_test_asks_for()
    {
        var start = new DateTimeOffset(2031, 4, 5, 6, 7, 8, TimeSpan.Zero);
        await using var trellis = await TrellisServer.StartAsync(new TestServerOptions { Start = start }, Cancellation);

        trellis.Clock.GetUtcNow().ShouldBe(start);
        var job = await trellis.Aerostack.Queue.EnqueueAsync("greet", [], cancellationToken: Cancellation);
        var record = (await trellis.Aerostack.Queue.GetJobAsync(job.JobId!, cancellationToken: Cancellation)).Job;
        record!.CreatedAt.ShouldBe(start);
    }

    [Fact]
    public async Task A_server_whose_time_passes_has_no_clock_to_move()
    {
        await using var trellis = await TrellisServer.StartAsync(new TestServerOptions { TimePasses = true }, Cancellation);

        Should.Throw<InvalidOperationException>(() => trellis.Clock).Message.ShouldContain("TimePasses");
        (await trellis.Aerostack.Cache.SetAsync("a", "b", cancellationToken: Cancellation)).ShouldNotBeNull();
    }

    [Fact]
    public async Task An_action_that_waits_goes_on_when_the_administrator_approves()
    {
        await using var trellis = await TrellisServer.StartAsync(new TestServerOptions { AgentId = "refund-agent" }, Cancellation);
        var action = new AgentAction
        {
            ActionType = "report.read",
            Resource = "reports",
            Context = new JsonObject { ["environment"] = "development" },
            RequireHumanApproval = true,
        };
        var decision = await trellis.Ascend.EvaluateActionAsync(action, waitForDecision: false, cancellationToken: Cancellation);
        decision.Decision.ShouldBe(Decision.Pending);

        await trellis.AscendAdministrator.Approvals.ApproveAsync(decision.ActionId, "as agreed", Cancellation);
        (await trellis.Ascend.GetActionStatusAsync(decision.ActionId, Cancellation)).Decision.ShouldBe(Decision.Allowed);
    }

    [Fact]
    public async Task Settings_of_the_configuration_file_are_heard()
    {
        var settings = new Dictionary<string, string?> { ["ascend:rateLimits:submit"] = "1" };
        await using var trellis = await TrellisServer.StartAsync(new TestServerOptions { Settings = settings }, Cancellation);
        using var http = trellis.CreateHttpClient();
        http.DefaultRequestHeaders.Add("X-API-Key", trellis.Credentials.Reveal("ascend", "apiKey"));

        var statuses = new List<HttpStatusCode>();
        for (var round = 0; round < 2; round++)
        {
            using var body = new StringContent("""{"agent_id":"a","action_type":"read","description":"d","tool_name":"t"}""", null, "application/json");
            using var response = await http.PostAsync("/api/v1/actions/submit", body, Cancellation);
            statuses.Add(response.StatusCode);
        }

        statuses[1].ShouldBe(HttpStatusCode.TooManyRequests);
        statuses[0].ShouldNotBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Nothing_of_it_is_left_when_it_is_disposed()
    {
        var trellis = await TrellisServer.StartAsync(cancellationToken: Cancellation);
        var url = trellis.Url;
        await trellis.DisposeAsync();

        using var http = new HttpClient { BaseAddress = url };
        await Should.ThrowAsync<HttpRequestException>(() => http.GetAsync("/", Cancellation));
    }

    [Fact]
    public async Task Two_servers_know_nothing_of_each_other()
    {
        await using var one = await TrellisServer.StartAsync(cancellationToken: Cancellation);
        await using var two = await TrellisServer.StartAsync(cancellationToken: Cancellation);
        await one.Aerostack.Cache.SetAsync("greeting", "hello", cancellationToken: Cancellation);

        (await two.Aerostack.Cache.GetAsync("greeting", cancellationToken: Cancellation)).IsHit.ShouldBeFalse();
        two.Requests.Of("POST /v1/cache/set").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_restart_finds_what_was_kept_in_a_directory_that_outlives_it()
    {
        var data = Directory.CreateTempSubdirectory("trellis-kit-").FullName;
        try
        {
            await using (var before = await TrellisServer.StartAsync(new TestServerOptions { DataDirectory = data }, Cancellation))
                await before.Aerostack.Cache.SetAsync("greeting", "hello", cancellationToken: Cancellation);
            await using var after = await TrellisServer.StartAsync(new TestServerOptions { DataDirectory = data }, Cancellation);
            (await after.Aerostack.Cache.GetAsync("greeting", cancellationToken: Cancellation)).IsHit.ShouldBeTrue();
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }
}
