using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Identity;
using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.People;

public sealed class PersonTokenTests : ServerTest
{
    private const string Path = "/api/users/mia/token";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await First.AdminAsync("POST", "/api/users", new() { ["subject"] = "mia", ["role"] = "manager", ["approval_level"] = 4 });
    }

    [Fact]
    public async Task A_token_is_shown_once_and_works()
    {
        var token = (await First.AdminAsync("POST", Path)).ShouldBeOk().Json["token"]!.GetValue<string>();

        (await Server.SendAsync("GET", "/api/sdk/health", token)).ShouldBeOk().Json["role"]!.GetValue<string>().ShouldBe("manager");
        (await First.AdminAsync("GET", "/api/users")).Text.ShouldNotContain(token);
    }

    [Fact]
    public async Task A_token_ends_after_the_days_that_were_asked_for()
    {
        var token = (await First.AdminAsync("POST", Path, new() { ["expires_in_days"] = 1 })).ShouldBeOk().Json["token"]!.GetValue<string>();

        Server.Clock.Advance(TimeSpan.FromDays(2));

        (await Server.SendAsync("GET", "/api/sdk/health", token)).ShouldBeRefused(401, ErrorCodes.ExpiredToken);
    }

    [Fact]
    public async Task Nobody_gets_a_token_who_is_not_known_here() =>
        (await First.AdminAsync("POST", "/api/users/nobody/token")).ShouldBeRefused(404, ErrorCodes.NotFound);

    [Fact]
    public async Task Nobody_gets_a_token_in_the_name_of_another_issuer_s_person()
    {
        await First.AdminAsync("POST", "/api/users", new() { ["subject"] = "issuer|mia" });

        (await First.AdminAsync("POST", "/api/users/issuer%7Cmia/token")).ShouldBeRefused(403, ErrorCodes.InsufficientPermissions);
    }

    [Fact]
    public async Task A_key_gets_no_tokens_even_one_of_an_administrator()
    {
        var key = await First.AdminKeyAsync();

        (await Server.SendAsync("POST", Path, key, new JsonObject())).ShouldBeRefused(401, ErrorCodes.InvalidToken);
    }

    [Fact]
    public async Task Nobody_gets_the_token_of_somebody_above_them()
    {
        var manager = await First.PersonAsync("max");
        var low = await First.PersonAsync("low", CallerRole.Admin, 3);

        (await Server.SendAsync("POST", Path, manager, new JsonObject())).ShouldBeRefused(403, ErrorCodes.InsufficientPermissions);
        (await Server.SendAsync("POST", Path, low, new JsonObject())).ShouldBeRefused(403, ErrorCodes.InsufficientPermissions);
    }
}
