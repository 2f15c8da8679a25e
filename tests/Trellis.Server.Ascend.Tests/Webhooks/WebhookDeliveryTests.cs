using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Errors;

namespace Trellis.Server.Ascend.Tests.Webhooks;

public sealed class WebhookDeliveryTests : WebhookTest
{
    [Fact]
    public async Task A_test_tells_how_it_went()
    {
        var (id, _) = await ConfigureAsync("action.approved");

        var good = (await First.PostAsync($"{Webhooks}/{id}/test")).ShouldBeOk().Json;
        Receiver.AnswerWith(503);
        var bad = (await First.PostAsync($"{Webhooks}/{id}/test")).ShouldBeOk().Json;

        good["success"]!.GetValue<bool>().ShouldBeTrue();
        good["status_code"]!.GetValue<int>().ShouldBe(200);
        good["response_time_ms"]!.GetValue<int>().ShouldBeGreaterThanOrEqualTo(0);
        good["error"].ShouldBeNull();
        bad["success"]!.GetValue<bool>().ShouldBeFalse();
        bad["status_code"]!.GetValue<int>().ShouldBe(503);
        bad["error"]!.GetValue<string>().ShouldContain("503");
        (await NextAsync()).Body["event"]!.GetValue<string>().ShouldBe("webhook.test");
    }

    [Fact]
    public async Task A_dead_letter_is_listed_put_back_and_delivered()
    {
        Receiver.AnswerWith(500, "no");
        var body = RestBody("action.approved");
        body["retry_config"] = new JsonObject { ["max_retries"] = 0 };
        var id = (await First.AdminAsync("POST", Webhooks, body)).Json["id"]!.GetValue<string>();
        await SubmitAsync(Action());
        var first = (await NextAsync()).Received;
        var dead = await DeadLetters.FirstAsync(First);

        var delivery = (await First.AdminAsync("GET", $"{Webhooks}/deliveries/{dead}")).ShouldBeOk().Json;
        delivery["status"]!.GetValue<string>().ShouldBe("dead_letter");
        delivery["attempt_log"]!.AsArray().ShouldHaveSingleItem()!["response"]!.GetValue<string>().ShouldBe("no");

        Receiver.AnswerWith(200);
        (await First.AdminAsync("POST", $"{Webhooks}/dlq/{dead}/retry")).ShouldBeOk().Json["status"]!.GetValue<string>().ShouldBe("pending");
        var second = (await NextAsync()).Received;
        second.Headers["X-ASCEND-Delivery-ID"].ShouldBe(first.Headers["X-ASCEND-Delivery-ID"]);
        second.Headers["X-ASCEND-Delivery-ID"].ShouldBe(dead);
        (await First.AdminAsync("GET", $"{Webhooks}/{id}/deliveries")).ShouldBeOk().Json["deliveries"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_dead_letter_is_resolved_once()
    {
        Receiver.AnswerWith(500);
        var body = RestBody("action.approved");
        body["retry_config"] = new JsonObject { ["max_retries"] = 0 };
        await First.AdminAsync("POST", Webhooks, body);
        await SubmitAsync(Action());
        var dead = await DeadLetters.FirstAsync(First);

        (await First.AdminAsync("POST", $"{Webhooks}/dlq/{dead}/resolve")).ShouldBeOk().Json["status"]!.GetValue<string>().ShouldBe("resolved");

        (await First.AdminAsync("POST", $"{Webhooks}/dlq/{dead}/resolve")).ShouldBeRefused(404, ErrorCodes.NotFound);
        var metrics = (await First.AdminAsync("GET", $"{Webhooks}/metrics")).ShouldBeOk().Json;
        metrics["total_webhooks"]!.GetValue<int>().ShouldBe(1);
        metrics["resolved"]!.GetValue<int>().ShouldBe(1);
        metrics["success_rate"]!.GetValue<double>().ShouldBe(0);
    }

    [Fact]
    public async Task A_rotated_secret_is_shown_once()
    {
        var (id, secret) = await ConfigureAsync("action.approved");

        var rotated = (await First.PostAsync($"{Webhooks}/{id}/rotate-secret")).ShouldBeOk().Json["secret"]!.GetValue<string>();

        rotated.ShouldStartWith("whsec_");
        rotated.ShouldNotBe(secret);
        (await First.GetAsync($"{Webhooks}/{id}")).ShouldBeOk().Text.ShouldNotContain(rotated);
    }

    [Theory]
    [InlineData("?limit=0", "limit")]
    [InlineData("?offset=-1", "offset")]
    [InlineData("?status=lost", "status")]
    public async Task A_list_of_deliveries_checks_its_query(string query, string field)
    {
        var (id, _) = await ConfigureAsync("action.approved");

        (await First.GetAsync($"{Webhooks}/{id}/deliveries{query}")).ShouldBeRefused(422, ErrorCodes.Validation).Errors.ShouldHaveSingleItem().Key.ShouldBe(field);
    }

    [Fact]
    public async Task A_receiver_on_this_machine_is_refused_unless_the_configuration_allows_it()
    {
        await using var strict = await Support.AscendServer.StartAsync();

        var refused = await strict.First.PostAsync($"{Webhooks}/configure", SdkBody("action.approved"));

        refused.ShouldBeRefused(422, ErrorCodes.Validation).Errors["url"]!.GetValue<string>().ShouldContain("https://");
    }
}
