using Trellis.Server.Askii.Tests.Support;

namespace Trellis.Server.Askii.Tests.Keys;

public sealed class AliasTests : ServerTest
{
    [Fact]
    public async Task Two_live_keys_of_a_user_do_not_share_an_alias()
    {
        await Ada.KeyAsync(new() { ["key_alias"] = "mine" });

        var answer = await Ada.ProvisionAsync(new() { ["key_alias"] = "mine" });

        answer.Status.ShouldBe(409);
        answer.Detail!.GetValue<string>().ShouldStartWith("Another live key has this alias.");
        await Ada.OnlyKeyAsync();
    }

    [Fact]
    public async Task Keys_of_two_users_may_share_an_alias()
    {
        await Ada.KeyAsync(new() { ["key_alias"] = "mine" });

        (await Bob.ProvisionAsync(new() { ["key_alias"] = "mine" })).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_revoked_keys_alias_is_free_again()
    {
        await Ada.KeyAsync(new() { ["key_alias"] = "mine" });
        await Ada.RevokeAsync("mine");

        (await Ada.ProvisionAsync(new() { ["key_alias"] = "mine" })).Status.ShouldBe(200);
    }

    [Fact]
    public async Task An_ended_keys_alias_goes_to_the_next_key_that_wants_it()
    {
        var old = await Ada.KeyAsync(new() { ["key_alias"] = "mine", ["duration_days"] = 1 });
        Server.Clock.Advance(TimeSpan.FromDays(1));
        var next = await Ada.KeyAsync(new() { ["key_alias"] = "mine" });

        (await Ada.ConfigAsync("mine")).Json["key_name"]!.GetValue<string>().ShouldBe($"sk-...{next[^4..]}");
        (await Ada.ConfigAsync(old)).Json["key_alias"]!.GetValue<string>().ShouldBe("mine");
    }

    [Fact]
    public async Task Of_many_that_ask_at_once_for_an_alias_one_gets_it()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Ada.ProvisionAsync(new() { ["key_alias"] = "mine" })));

        answers.Count(static answer => answer.Status == 200).ShouldBe(1);
        answers.Count(static answer => answer.Status == 409).ShouldBe(19);
        await Ada.OnlyKeyAsync();
    }

    [Fact]
    public async Task An_alias_has_at_most_255_characters()
    {
        (await Ada.ProvisionAsync(new() { ["key_alias"] = new string('a', 256) })).Status.ShouldBe(422);
        (await Ada.ProvisionAsync(new() { ["key_alias"] = new string('a', 255) })).Status.ShouldBe(200);
    }
}
