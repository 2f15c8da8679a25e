using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Trellis.Server.Kernel.Webhooks;

namespace Trellis.Server.Kernel.Tests.Webhooks;

public abstract partial class WebhookSuite
{
    [Fact]
    public async Task A_delivery_is_signed_and_carries_the_headers_that_were_asked_for()
    {
        var webhook = await Server.SubscribeAsync(Receiver.Url, new WebhookSettings
        {
            CustomHeaders = new Dictionary<string, string> { ["Authorization"] = "Bearer for-the-receiver", ["X-Test-Event"] = "forged" },
        });

        await Server.EnqueueAsync(Server.Event(data: """{"n":1}"""));
        var received = await Receiver.NextAsync();

        received.Method.ShouldBe("POST");
        received.Path.ShouldBe("/hook");
        received.Headers["Content-Type"].ShouldBe("application/json");
        received.Headers["Authorization"].ShouldBe("Bearer for-the-receiver");
        received.Headers["X-Test-Event"].ShouldBe("thing.done");
        received.DeliveryId.ShouldMatch("^del_[0-9A-Za-z]{22}$");
        received.Body.ShouldMatch("""^\{"id":"evt_[0-9A-Za-z]{22}","event":"thing\.done","organisation":1,"data":\{"n":1\}\}$""");
        received.Signature.ShouldBe(TestFormat.Sign(webhook.RevealSecret(), received.Body));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(202)]
    [InlineData(204)]
    [InlineData(299)]
    public async Task Any_2xx_is_success(int status)
    {
        Receiver.Answer = context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        };
        await Server.SubscribeAsync(Receiver.Url);

        await Server.EnqueueAsync();
        var received = await Receiver.NextAsync();
        await Server.Log.NextAsync(EventLog.Delivered);

        var delivery = await Server.DeliveryAsync(received.DeliveryId);
        delivery.State.ShouldBe(WebhookDeliveryState.Delivered);
        delivery.LastStatusCode.ShouldBe(status);
        delivery.NextAttemptAt.ShouldBeNull();
    }

    [Theory]
    [InlineData(301)]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task Any_other_status_is_tried_again(int status)
    {
        Receiver.Answer = context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = Receiver.Url.ToString();
            return Task.CompletedTask;
        };
        await Server.SubscribeAsync(Receiver.Url);

        await Server.EnqueueAsync();
        var received = await Receiver.NextAsync();
        await Server.Log.NextAsync(EventLog.Failed);

        var delivery = await Server.DeliveryAsync(received.DeliveryId);
        delivery.State.ShouldBe(WebhookDeliveryState.Pending);
        delivery.LastError.ShouldBe($"The receiver answered {status}.");
        delivery.NextAttemptAt.ShouldBe(Time.GetUtcNow() + TimeSpan.FromSeconds(60));
        Receiver.Waiting.ShouldBe(0);
    }

    [Fact]
    public async Task Retries_wait_60_120_and_240_seconds_and_then_it_is_a_dead_letter()
    {
        Receiver.AnswerWith(500, "broken");
        await Server.SubscribeAsync(Receiver.Url);

        await Server.EnqueueAsync();
        var first = await Receiver.NextAsync();
        foreach (var delay in new[] { 60, 120, 240 })
        {
            await Server.Log.NextAsync(EventLog.Failed);
            Time.Advance(TimeSpan.FromSeconds(delay) - TimeSpan.FromMilliseconds(1));
            Receiver.Waiting.ShouldBe(0);
            Time.Advance(TimeSpan.FromMilliseconds(1));
            var again = await Receiver.NextAsync();
            again.DeliveryId.ShouldBe(first.DeliveryId);
            again.Body.ShouldBe(first.Body);
        }

        await Server.Log.NextAsync(EventLog.Dead);
        var dead = (await Server.DeadAsync()).ShouldHaveSingleItem();
        dead.Attempts.ShouldBe(4);
        var attempts = await Server.AttemptsAsync(first.DeliveryId);
        attempts.Select(attempt => attempt.Number).ShouldBe([1, 2, 3, 4]);
        attempts.ShouldAllBe(attempt => attempt.StatusCode == 500 && attempt.Response == "broken");
        (attempts[3].StartedAt - attempts[0].StartedAt).ShouldBe(TimeSpan.FromSeconds(60 + 120 + 240));
    }

    [Fact]
    public async Task A_receiver_that_does_not_answer_in_10_seconds_has_failed()
    {
        Receiver.Answer = static context => Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
        await Server.SubscribeAsync(Receiver.Url);

        await Server.EnqueueAsync();
        var received = await Receiver.NextAsync();
        Time.Advance(TimeSpan.FromSeconds(10));
        await Server.Log.NextAsync(EventLog.Failed);

        var attempt = (await Server.AttemptsAsync(received.DeliveryId)).ShouldHaveSingleItem();
        attempt.StatusCode.ShouldBeNull();
        attempt.Error.ShouldBe("The receiver did not answer within 10 seconds.");
        attempt.Duration.ShouldBe(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_receiver_that_says_200_and_hangs_up_has_the_event()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await Server.SubscribeAsync(new Uri($"http://{listener.LocalEndpoint}/"));

        await Server.EnqueueAsync();
        using var connection = await listener.AcceptTcpClientAsync(Cancellation);
        await connection.GetStream().ReadAtLeastAsync(new byte[4096], 1, throwOnEndOfStream: true, Cancellation);
        await connection.GetStream().WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\npart"u8.ToArray(), Cancellation);
        connection.Client.Shutdown(SocketShutdown.Send);

        await Server.Log.NextAsync(EventLog.Delivered);
    }

    [Fact]
    public async Task A_long_answer_is_kept_in_part()
    {
        Receiver.AnswerWith(200, new string('x', 5000));
        await Server.SubscribeAsync(Receiver.Url);

        await Server.EnqueueAsync();
        var received = await Receiver.NextAsync();
        await Server.Log.NextAsync(EventLog.Delivered);

        (await Server.AttemptsAsync(received.DeliveryId)).Single().Response!.Length.ShouldBe(1024);
    }

    [Fact]
    public async Task A_receiver_that_is_not_there_is_tried_again()
    {
        var absent = await AddReceiverAsync();
        await Server.SubscribeAsync(absent.Url);
        await absent.DisposeAsync();

        await Server.EnqueueAsync();

        (await Server.Log.NextAsync(EventLog.Failed)).ShouldContain("ConnectionRefused");
    }

    [Fact]
    public async Task A_new_secret_signs_from_the_next_attempt_on()
    {
        Receiver.AnswerWith(500);
        var webhook = await Server.SubscribeAsync(Receiver.Url);
        await Server.EnqueueAsync();
        await Receiver.NextAsync();
        await Server.Log.NextAsync(EventLog.Failed);

        var rotated = await Store.WriteAsync(
            session => Server.Subscriptions.RotateSecretAsync(session, 1, "test", webhook.Subscription.Id), Cancellation);
        Time.Advance(TimeSpan.FromSeconds(60));
        var received = await Receiver.NextAsync();

        rotated!.RevealSecret().ShouldNotBe(webhook.RevealSecret());
        received.Signature.ShouldBe(TestFormat.Sign(rotated.RevealSecret(), received.Body));
    }
}
