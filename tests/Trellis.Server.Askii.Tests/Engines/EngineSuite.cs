using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Askii.Tests.Support;
using Trellis.Server.Kernel.Audit;

namespace Trellis.Server.Askii.Tests.Engines;

/// <summary>What must hold on every engine of the store.</summary>
public abstract class EngineSuite : ServerTest
{
    [Fact]
    public async Task A_key_lives_and_dies()
    {
        var key = await Ada.KeyAsync(new() { ["key_alias"] = "life", ["models"] = new JsonArray("trellis-echo"), ["max_budget"] = 1.5 });
        (await Ada.UpdateAsync("life", ["trellis-echo"], "trellis-echo")).ShouldBeOk();
        (await Ada.ConfigAsync(key)).ShouldBeOk().Json["default_model"]!.GetValue<string>().ShouldBe("trellis-echo");
        (await ChatAsync(key)).ShouldBeOk();
        (await Ada.OnlyKeyAsync())["spend"]!.GetValue<double>().ShouldBe(0.000011);
        (await Ada.RevokeAsync("life")).ShouldBeOk();
        (await ChatAsync(key)).Status.ShouldBe(401);
        (await Ada.ListAsync()).Json["keys"]!.AsArray().ShouldBeEmpty();

        (await Server.EventsAsync()).ShouldBe(["api_key_provisioned", "api_key_models_updated", "chat_completed", "api_key_revoked"]);
    }

    [Fact]
    public async Task The_audit_chain_of_it_all_is_whole()
    {
        await ChatAsync(await Ada.KeyAsync());
        await ChatAsync(await Bob.KeyAsync(new() { ["max_budget"] = 1 }));

        var chain = await Server.Services.GetRequiredService<AuditVerifier>().VerifyAsync(1, cancellationToken: AskiiServer.Cancellation);

        chain.Status.ShouldBe(AuditStatus.Valid, chain.Reason);
    }

    [Fact]
    public async Task Of_many_that_ask_at_once_for_an_alias_one_gets_it()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Ada.ProvisionAsync(new() { ["key_alias"] = "one" })));

        answers.Count(static answer => answer.Status == 200).ShouldBe(1);
        answers.Count(static answer => answer.Status == 409).ShouldBe(9);
    }

    [Fact]
    public async Task Many_chats_at_once_never_exceed_the_budget()
    {
        var key = await Ada.KeyAsync(new() { ["max_budget"] = 0.0005 });

        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => ChatAsync(key)));

        answers.ShouldAllBe(answer => answer.Status == 200 || answer.Status == 429);
        (await Server.SpendAsync()).ShouldBe(answers.Count(static answer => answer.Status == 200) * 11_000L);
        (await Server.SpendAsync()).ShouldBeInRange(11_000, 500_000);
        (await Server.ReservationsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Many_chats_at_once_lose_no_spend()
    {
        var key = await Ada.KeyAsync();

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => ChatAsync(key)));

        (await Server.SpendAsync()).ShouldBe(50 * 11_000);
    }

    [Fact]
    public async Task Spend_stops_at_what_the_store_can_hold()
    {
        var key = await Ada.KeyAsync();
        await Server.ExecuteAsync(new($"UPDATE askii_keys SET spend = {long.MaxValue - 5}"));

        (await ChatAsync(key)).ShouldBeOk();

        (await Ada.OnlyKeyAsync())["spend"]!.GetValue<decimal>().ShouldBe(9223372036.854775807m);
    }

    private Task<Answer> ChatAsync(string key) => Server.SendAsync(HttpMethod.Post, ChatBody.Path, key, ChatBody.Of("one two"));
}
