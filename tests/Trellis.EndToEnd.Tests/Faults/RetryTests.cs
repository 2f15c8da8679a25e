using System.Text.Json.Nodes;
using Trellis.Askii;

namespace Trellis.EndToEnd.Tests.Faults;

/// <summary>What the client tries again, on a server that fails as it is told to.</summary>
public sealed class RetryTests
{
    private const string List = "POST /platform/list-keys";
    private const string Provision = "POST /platform/provision-key";

    [Fact]
    public async Task A_read_survives_two_answers_of_503_and_tells_of_each_retry()
    {
        await using var server = await FaultyServer.StartAsync(List, new JsonObject { ["status"] = 503, ["times"] = 2 });
        var retries = new List<int>();
        using var askii = server.NewClient(options => options.Hooks = new ClientHooks { OnRetry = retry => retries.Add(retry.Attempt) });

        (await askii.Keys.ListAsync()).Keys.ShouldBeEmpty();
        retries.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_synchronous_read_survives_them_too()
    {
        await using var server = await FaultyServer.StartAsync(List, new JsonObject { ["status"] = 503, ["times"] = 2 });
        using var askii = server.NewClient();
        askii.Keys.List().Keys.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_read_gives_up_when_its_attempts_are_used_up()
    {
        await using var server = await FaultyServer.StartAsync(List, new JsonObject { ["status"] = 503 });
        using var askii = server.NewClient();

        var failure = await Should.ThrowAsync<AskiiServerException>(askii.Keys.ListAsync());
        failure.Status.ShouldBe(503);
        failure.Attempts.ShouldBe(3);
    }

    [Fact]
    public async Task A_rate_limit_is_waited_out_for_as_long_as_the_server_says()
    {
        await using var server = await FaultyServer.StartAsync(
            List, new JsonObject { ["status"] = 429, ["times"] = 1, ["retryAfterSeconds"] = 1 });
        var delays = new List<TimeSpan>();
        using var askii = server.NewClient(options => options.Hooks = new ClientHooks { OnRetry = retry => delays.Add(retry.Delay) });

        await askii.Keys.ListAsync();
        delays.ShouldBe([TimeSpan.FromSeconds(1)]);
    }

    [Fact]
    public async Task A_change_is_sent_once_whatever_happens()
    {
        await using var server = await FaultyServer.StartAsync(Provision, new JsonObject { ["status"] = 503, ["times"] = 1 });
        using var askii = server.NewClient();

        (await Should.ThrowAsync<AskiiServerException>(askii.Keys.ProvisionAsync())).Attempts.ShouldBe(1);
        (await askii.Keys.ListAsync()).Keys.ShouldBeEmpty();
    }
}
