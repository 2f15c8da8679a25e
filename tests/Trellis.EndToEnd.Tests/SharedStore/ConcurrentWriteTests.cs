using System.Net;
using Trellis.Askii;
using Trellis.EndToEnd.Tests.Chat;
using Trellis.EndToEnd.Tests.Servers;

namespace Trellis.EndToEnd.Tests.SharedStore;

/// <summary>Servers side by side, writing at the same time.</summary>
public sealed class ConcurrentWriteTests(TwoServers servers) : IClassFixture<TwoServers>
{
    private const int WritesEach = 40;
    private const int ChatsEach = 20;

    [Fact]
    public async Task One_audit_chain_holds_the_writes_of_both()
    {
        var (_, first, second) = await servers.StartedAsync();
        using var onFirst = AskiiClients.Create(first.Url, first.DeveloperToken);
        using var onSecond = AskiiClients.Create(second.Url, first.DeveloperToken);

        await Task.WhenAll(Enumerable.Range(0, WritesEach).SelectMany(_ => new Task[] { onFirst.Keys.ProvisionAsync(), onSecond.Keys.ProvisionAsync() }));

        (await onFirst.Keys.ListAsync()).Keys.Count.ShouldBe(2 * WritesEach);
        (await first.CommandAsync("audit", "verify")).Succeeded().ShouldContain("valid");
        (await second.CommandAsync("audit", "verify")).Succeeded().ShouldContain("valid");
    }

    [Fact]
    public async Task Only_one_of_two_servers_gives_an_alias_that_both_are_asked_for()
    {
        var (_, first, second) = await servers.StartedAsync();
        var token = (await first.CommandAsync("token", "--subject", "racer")).Succeeded().Trim();
        using var onFirst = AskiiClients.Create(first.Url, token);
        using var onSecond = AskiiClients.Create(second.Url, token);

        for (var race = 0; race < 10; race++)
        {
            var alias = $"race-{race}";
            var given = await Task.WhenAll(TryProvisionAsync(onFirst, alias), TryProvisionAsync(onSecond, alias));
            given.Count(static won => won).ShouldBe(1);
        }
    }

    [Fact]
    public async Task A_budget_is_never_exceeded_by_chats_on_both()
    {
        var (_, first, second) = await servers.StartedAsync();
        var token = (await first.CommandAsync("token", "--subject", "spender")).Succeeded().Trim();
        using var askii = AskiiClients.Create(first.Url, token);
        const decimal budget = 0.0005m;
        var key = await askii.Keys.ProvisionAsync(new() { KeyAlias = "spender", MaxBudget = budget });
        using var onFirst = new ChatCaller(first.Url);
        using var onSecond = new ChatCaller(second.Url);

        var statuses = await Task.WhenAll(Enumerable.Range(0, ChatsEach).SelectMany(_ => new[] { onFirst, onSecond }).Select(async chat =>
        {
            using var answer = await chat.AskAsync(key.ApiKey, ChatBodies.Ask());
            return answer.StatusCode;
        }));

        statuses.ShouldAllBe(status => status == HttpStatusCode.OK || status == HttpStatusCode.TooManyRequests);
        statuses.ShouldContain(HttpStatusCode.OK);
        statuses.ShouldContain(HttpStatusCode.TooManyRequests);
        (await askii.Keys.ListAsync()).Keys.ShouldHaveSingleItem().Spend.ShouldBeInRange(double.Epsilon, (double)budget);
    }

    private static async Task<bool> TryProvisionAsync(AskiiClient askii, string alias)
    {
        try
        {
            await askii.Keys.ProvisionAsync(new() { KeyAlias = alias });
            return true;
        }
        catch (AskiiApiException refusal) when (refusal.Status == 409)
        {
            return false;
        }
    }
}
