using System.Net;
using Trellis.EndToEnd.Tests.Chat;
using Trellis.EndToEnd.Tests.Servers;

namespace Trellis.EndToEnd.Tests.Keys;

/// <summary>A key from its making to its end, through the real client, whose strict mode refuses any member that the contract does not have.</summary>
public sealed class KeyLifeTests(SharedServer server)
{
    [Fact]
    public async Task A_key_lives_its_whole_life_through_the_asynchronous_client()
    {
        using var askii = server.NewClient();
        using var chat = new ChatCaller(server.Url);

        var made = await askii.Keys.ProvisionAsync(
            new() { KeyAlias = "agent", DurationDays = 30, Models = [ChatBodies.Model], DefaultModel = ChatBodies.Model, MaxBudget = 1 });
        made.ApiKey.Reveal().ShouldStartWith("sk-");
        made.Expires.ShouldNotBeNull();
        (await chat.AskAsync(made.ApiKey, ChatBodies.Ask())).StatusCode.ShouldBe(HttpStatusCode.OK);

        var listed = (await askii.Keys.ListAsync()).Keys.ShouldHaveSingleItem();
        listed.KeyName.ShouldBe(made.KeyName);
        listed.KeyAlias.ShouldBe("agent");
        listed.Expires.ShouldBe(made.Expires);
        listed.Models.ShouldBe([ChatBodies.Model]);
        listed.DefaultModel.ShouldBe(ChatBodies.Model);
        listed.Spend.ShouldBeGreaterThan(0);

        (await askii.Keys.GetConfigAsync(made.ApiKey.Reveal())).KeyAlias.ShouldBe("agent");
        (await askii.Keys.UpdateModelAsync("agent", [])).Updated.ShouldBeTrue();
        (await askii.Keys.GetConfigAsync("agent")).Models.ShouldBeEmpty();
        (await askii.Models.ListAsync()).Models.ShouldContain(model => model.ModelName == ChatBodies.Model);

        (await askii.Keys.RevokeAsync(made.ApiKey.Reveal())).Revoked.ShouldBeTrue();
        (await askii.Keys.ListAsync()).Keys.ShouldBeEmpty();
        (await chat.AskAsync(made.ApiKey, ChatBodies.Ask())).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_key_lives_its_whole_life_through_the_synchronous_client()
    {
        using var askii = server.NewClient();
        using var chat = new ChatCaller(server.Url);

        var made = askii.Keys.Provision(new() { KeyAlias = "agent" });
        (await chat.AskAsync(made.ApiKey, ChatBodies.Ask())).StatusCode.ShouldBe(HttpStatusCode.OK);
        askii.Keys.List().Keys.ShouldHaveSingleItem().Spend.ShouldBeGreaterThan(0);
        askii.Keys.UpdateModel("agent", [ChatBodies.Model], ChatBodies.Model).Models.ShouldBe([ChatBodies.Model]);
        askii.Keys.GetConfig("agent").DefaultModel.ShouldBe(ChatBodies.Model);
        askii.Models.List().Models.ShouldNotBeEmpty();
        askii.Keys.Revoke("agent").Revoked.ShouldBeTrue();
        askii.Keys.List().Keys.ShouldBeEmpty();
        (await chat.ListModelsAsync(made.ApiKey)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_revoked_alias_may_be_given_again()
    {
        using var askii = server.NewClient();
        var first = await askii.Keys.ProvisionAsync(new() { KeyAlias = "agent" });
        await askii.Keys.RevokeAsync("agent");
        var second = await askii.Keys.ProvisionAsync(new() { KeyAlias = "agent" });

        second.ApiKey.ShouldNotBe(first.ApiKey);
        (await askii.Keys.ListAsync()).Keys.ShouldHaveSingleItem().KeyName.ShouldBe(second.KeyName);
    }

    [Fact]
    public async Task A_chat_costs_the_same_plain_and_streamed()
    {
        using var askii = server.NewClient();
        using var chat = new ChatCaller(server.Url);
        var plain = await askii.Keys.ProvisionAsync(new() { KeyAlias = "plain" });
        var streamed = await askii.Keys.ProvisionAsync(new() { KeyAlias = "streamed" });

        await chat.AskAsync(plain.ApiKey, ChatBodies.Ask());
        (await chat.StreamAsync(streamed.ApiKey, ChatBodies.Ask(stream: true)).ToListAsync()).ShouldNotBeEmpty();

        var spends = (await askii.Keys.ListAsync()).Keys.Select(key => key.Spend).ToList();
        spends.Count.ShouldBe(2);
        spends[0].ShouldBeGreaterThan(0);
        spends[1].ShouldBe(spends[0]);
    }
}
