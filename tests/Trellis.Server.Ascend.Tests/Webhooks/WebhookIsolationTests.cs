using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Identity;
using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.Webhooks;

public sealed class WebhookIsolationTests : WebhookTest
{
    private static readonly (string Method, string Path)[] Routes =
    [
        ("GET", "/api/webhooks/{0}"),
        ("PUT", "/api/webhooks/{0}"),
        ("POST", "/api/webhooks/{0}/test"),
        ("POST", "/api/webhooks/{0}/rotate-secret"),
        ("GET", "/api/webhooks/{0}/deliveries"),
        ("DELETE", "/api/webhooks/{0}"),
    ];

    [Fact]
    public async Task Another_organisation_finds_no_webhook()
    {
        var (id, _) = await CreateAsync("*");
        var other = await Server.OtherTenantAsync();

        await ShouldNotFindAsync(other.AdminToken, id);

        (await other.AdminAsync("GET", Webhooks)).ShouldBeOk().Json["total"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task A_key_finds_no_webhook_of_the_administrator()
    {
        var (id, _) = await CreateAsync("*");

        await ShouldNotFindAsync(First.Key, id);

        (await First.GetAsync(Webhooks)).ShouldBeOk().Json["total"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task The_administrator_finds_the_webhook_of_a_key()
    {
        var (id, _) = await ConfigureAsync("action.approved");

        (await First.AdminAsync("GET", $"{Webhooks}/{id}")).ShouldBeOk();
        (await First.AdminAsync("DELETE", $"{Webhooks}/{id}")).ShouldBeOk();
    }

    [Fact]
    public async Task Another_organisation_finds_no_delivery_and_no_dead_letter()
    {
        Receiver.AnswerWith(500);
        var body = RestBody("*");
        body["retry_config"] = new JsonObject { ["max_retries"] = 0 };
        await First.AdminAsync("POST", Webhooks, body);
        await SubmitAsync(Action());
        var dead = await DeadLetters.FirstAsync(First);
        var other = await Server.OtherTenantAsync();

        (await other.AdminAsync("GET", $"{Webhooks}/deliveries/{dead}")).ShouldBeRefused(404, ErrorCodes.NotFound);
        (await other.AdminAsync("POST", $"{Webhooks}/dlq/{dead}/retry")).ShouldBeRefused(404, ErrorCodes.NotFound);
        (await other.AdminAsync("POST", $"{Webhooks}/dlq/{dead}/resolve")).ShouldBeRefused(404, ErrorCodes.NotFound);
        (await other.AdminAsync("GET", $"{Webhooks}/dlq/entries")).ShouldBeOk().Json["entries"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_organisation_s_events_are_not_told()
    {
        await CreateAsync("action.submitted");
        var other = await Server.OtherTenantAsync();

        (await other.PostAsync("/api/v1/actions/submit", Action())).ShouldBeOk();
        await SubmitAsync(Action("file.read", "mine"));

        (await NextAsync()).Body["organization_id"]!.GetValue<long>().ShouldBe(1);
        Receiver.Waiting.ShouldBe(0);
    }

    [Theory]
    [InlineData("GET", "/api/webhooks/dlq/entries")]
    [InlineData("POST", "/api/webhooks/dlq/del_x/retry")]
    [InlineData("POST", "/api/webhooks/dlq/del_x/resolve")]
    [InlineData("GET", "/api/webhooks/deliveries/del_x")]
    [InlineData("GET", "/api/webhooks/metrics")]
    public async Task Dead_letters_are_for_administrators(string method, string path)
    {
        (await Server.SendAsync(method, path, First.Key)).ShouldBeRefused(403, ErrorCodes.InsufficientPermissions);
        (await Server.SendAsync(method, path, await First.PersonAsync("user", CallerRole.User))).ShouldBeRefused(403, ErrorCodes.InsufficientPermissions);
        (await Server.SendAsync(method, path, credential: null)).ShouldBeRefused(401, ErrorCodes.MissingAuth);
    }

    private async Task ShouldNotFindAsync(string credential, string id)
    {
        foreach (var (method, path) in Routes)
        {
            var body = method == "PUT" ? new JsonObject { ["name"] = "mine" } : null;
            (await Server.SendAsync(method, string.Format(path, id), credential, body)).ShouldBeRefused(404, ErrorCodes.NotFound);
        }
    }
}
