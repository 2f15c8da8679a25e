using Trellis.Server.Kernel.Webhooks;

namespace Trellis.Server.Kernel.Tests.Webhooks;

public abstract partial class WebhookSuite
{
    [Fact]
    public async Task A_test_reaches_the_receiver_at_once_and_leaves_no_record()
    {
        var webhook = await Server.SubscribeAsync(Receiver.Url, new WebhookSettings { IsActive = false });

        var attempt = await Server.Tester.TestAsync(1, "test", webhook.Subscription.Id, "ping", """{"test":true}"""u8.ToArray(), Cancellation);

        attempt!.StatusCode.ShouldBe(200);
        attempt.Error.ShouldBeNull();
        var received = await Receiver.NextAsync();
        received.Headers["X-Test-Event"].ShouldBe("ping");
        received.Signature.ShouldBe(TestFormat.Sign(webhook.RevealSecret(), received.Body));
        (await ListAsync(webhook.Subscription.Id, null, 10, 0)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_test_that_fails_says_why()
    {
        Receiver.AnswerWith(503);
        var webhook = await Server.SubscribeAsync(Receiver.Url);

        var attempt = await Server.Tester.TestAsync(1, "test", webhook.Subscription.Id, "ping", "{}"u8.ToArray(), Cancellation);

        attempt!.StatusCode.ShouldBe(503);
        attempt.Error.ShouldBe("The receiver answered 503.");
    }

    [Fact]
    public async Task A_receiver_that_became_an_inner_address_is_not_called()
    {
        var webhook = await Server.SubscribeAsync(Receiver.Url);
        await Server.DisposeAsync();
        await using var strict = new WebhookServer(Store, Time, Server.Secrets, ("allowLoopback", "false"));

        var attempt = await strict.Tester.TestAsync(1, "test", webhook.Subscription.Id, "ping", "{}"u8.ToArray(), Cancellation);

        attempt!.StatusCode.ShouldBeNull();
        attempt.Error.ShouldBe("A request to '127.0.0.1' is refused.");
        Receiver.Waiting.ShouldBe(0);
    }
}
