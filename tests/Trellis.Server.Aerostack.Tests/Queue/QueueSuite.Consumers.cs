using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Trellis.Server.Aerostack.Tests.Support;
using Trellis.TestInfrastructure.Http;

namespace Trellis.Server.Aerostack.Tests.Queue;

public abstract partial class QueueSuite
{
    private protected const string Consumers = "/v1/queue/consumers";

    [Fact]
    public async Task A_consumer_is_called_with_the_job_and_its_answer_completes_it()
    {
        await using var receiver = await Receiver.StartAsync();
        var made = (await SubscribeAsync(receiver)).ShouldBe(201).Json;
        var id = await EnqueueAsync("""{"to":"x"}""");

        var call = await receiver.NextAsync(AerostackServer.Cancellation);

        var body = JsonNode.Parse(call.Body)!;
        body["id"]!.GetValue<string>().ShouldBe(id);
        body["type"]!.GetValue<string>().ShouldBe("send-email");
        body["data"]!["to"]!.GetValue<string>().ShouldBe("x");
        body["queuedAt"]!.GetValue<string>().ShouldBe("2026-01-01T00:00:00Z");
        call.Headers["X-Aerostack-Job-Id"].ShouldBe(id);
        call.Headers["X-Aerostack-Signature"].ShouldBe(Sign(made["secret"]!.GetValue<string>(), $"{call.Headers["X-Aerostack-Timestamp"]}.{call.Body}"));
        await ShouldBecomeAsync(id, "completed");
    }

    [Fact]
    public async Task A_consumer_that_fails_is_called_again_after_the_backoff()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.AnswerWith(503);
        await SubscribeAsync(receiver);
        var id = await EnqueueAsync();
        await receiver.NextAsync(AerostackServer.Cancellation);
        await ShouldBecomeAsync(id, "queued");
        (await JobAsync(id))["error"]!.GetValue<string>().ShouldBe("The consumer answered 503.");

        receiver.AnswerWith(204);
        Server.Clock.Advance(TimeSpan.FromSeconds(30));

        JsonNode.Parse((await receiver.NextAsync(AerostackServer.Cancellation)).Body)!["attempt"]!.GetValue<int>().ShouldBe(2);
        await ShouldBecomeAsync(id, "completed");
    }

    [Fact]
    public async Task Jobs_of_other_kinds_are_left_to_workers()
    {
        await using var receiver = await Receiver.StartAsync();
        await SubscribeAsync(receiver);

        await EnqueueAsync(type: "other");

        (await TakeAsync()).ShouldHaveSingleItem()!["type"]!.GetValue<string>().ShouldBe("other");
        receiver.Waiting.ShouldBe(0);
    }

    [Fact]
    public async Task A_kind_has_one_consumer_which_is_shown_without_its_secret_and_can_be_removed()
    {
        await using var receiver = await Receiver.StartAsync();
        var made = (await SubscribeAsync(receiver)).ShouldBe(201).Json;
        (await SubscribeAsync(receiver)).ShouldBeRefused(409, "VALIDATION_ERROR");

        var list = (await First.GetAsync(Consumers)).ShouldBe(200);
        list.Json["consumers"]!.AsArray().ShouldHaveSingleItem()!["id"]!.GetValue<string>().ShouldBe(made["id"]!.GetValue<string>());
        list.Text.ShouldNotContain(made["secret"]!.GetValue<string>());

        var other = await First.OtherProjectAsync();
        (await other.DeleteAsync($"{Consumers}/{made["id"]}")).ShouldBeRefused(404, "VALIDATION_ERROR");
        (await First.DeleteAsync($"{Consumers}/{made["id"]}")).ShouldAnswer("""{"success":true}""");
        (await SubscribeAsync(receiver)).ShouldBe(201);
    }

    private protected static string Sign(string secret, string text) =>
        "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text)));

    private protected Task<Reply> SubscribeAsync(Receiver receiver) => First.PostAsync(Consumers, $$"""{"type":"send-email","url":"{{receiver.Url}}"}""");

    // The consumer has answered before the server writes it down; the server is asked until it has.
    private protected async Task ShouldBecomeAsync(string id, string status)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(AerostackServer.Cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (await StatusAsync(id) != status)
            patience.Token.ThrowIfCancellationRequested();
    }
}
