using Microsoft.AspNetCore.Http;
using Trellis.Server.Kernel.Models;

namespace Trellis.Server.Kernel.Tests.Models;

public sealed class ChatResponseWriterTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_plain_answer_is_settled_and_sent()
    {
        await using var endpoint = await ChatEndpoint.StartAsync("{}");

        var response = await endpoint.PostAsync(Chat.Plain.Replace("\"m\"", "\"trellis-echo\""));

        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        (await response.Content.ReadAsStringAsync()).ShouldContain("You said: Hello there");
        endpoint.Bills.ShouldBe([new TokenUsage(3, 4)]);
    }

    [Fact]
    public async Task The_end_of_a_stream_is_sent_only_when_the_bill_is_settled()
    {
        var durable = new TaskCompletionSource();
        await using var endpoint = await ChatEndpoint.StartAsync("{}", async _ => await durable.Task);
        using var response = await endpoint.PostAsync(Chat.Streamed.Replace("\"m\"", "\"trellis-echo\""));
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());

        (await ReadUntilAsync(reader, "\"finish_reason\":\"stop\"")).ShouldNotContain("[DONE]");
        endpoint.Bills.TryTake(out var bill, Patience).ShouldBeTrue();
        var rest = reader.ReadToEndAsync();
        rest.IsCompleted.ShouldBeFalse();
        durable.SetResult();

        bill.ShouldBe(new TokenUsage(3, 4));
        (await rest).ShouldBe("\ndata: [DONE]\n\n");
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/event-stream; charset=utf-8");
    }

    [Fact]
    public async Task A_bill_that_cannot_be_settled_withholds_the_answer()
    {
        await using var endpoint = await ChatEndpoint.StartAsync("{}", static _ => throw new InvalidOperationException("The disk is full."));

        var plain = await endpoint.PostAsync(Chat.Plain.Replace("\"m\"", "\"trellis-echo\""));
        using var streamed = await endpoint.PostAsync(Chat.Streamed.Replace("\"m\"", "\"trellis-echo\""));

        ((int)plain.StatusCode).ShouldBe(500);
        await Should.ThrowAsync<HttpRequestException>(() => streamed.Content.ReadAsStringAsync());
        endpoint.Bills.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_caller_who_hangs_up_is_billed_what_the_upstream_produced()
    {
        var hungUp = new TaskCompletionSource();
        await using var upstream = await StreamAsync(Sse.Delta("One") + Sse.Delta("two"), hungUp.Task);
        await using var endpoint = await ChatEndpoint.StartAsync(ChatEndpoint.Upstream(upstream.Url));

        using (var response = await endpoint.PostAsync(Chat.Streamed))
        {
            using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
            await ReadUntilAsync(reader, "two");
        }

        endpoint.Bills.TryTake(out var bill, Patience).ShouldBeTrue();
        hungUp.SetResult();
        bill.ShouldBe(new TokenUsage(7, 2, IsEstimated: true));
    }

    [Fact]
    public async Task An_upstream_that_dies_before_the_first_event_is_answered_with_a_status()
    {
        await using var upstream = await StreamAsync("", Task.FromException(new IOException("cut")));
        await using var endpoint = await ChatEndpoint.StartAsync(ChatEndpoint.Upstream(upstream.Url));

        var response = await endpoint.PostAsync(Chat.Streamed);

        ((int)response.StatusCode).ShouldBe(502);
        (await response.Content.ReadAsStringAsync()).ShouldBe(
            """{"error":{"message":"The model's upstream 'up' ended its answer before it was complete.","type":"upstream_error","param":null,"code":"upstream_cut_short"}}""");
    }

    [Fact]
    public async Task An_upstream_that_dies_later_ends_the_stream_with_an_error_event()
    {
        await using var upstream = await StreamAsync(Sse.Delta("One") + "data: {\"half", Task.FromException(new IOException("cut")));
        await using var endpoint = await ChatEndpoint.StartAsync(ChatEndpoint.Upstream(upstream.Url));

        var response = await endpoint.PostAsync(Chat.Streamed);

        (await response.Content.ReadAsStringAsync()).ShouldBe(
            Sse.Delta("One")
            + """data: {"error":{"message":"The model's upstream 'up' ended its answer before it was complete.","type":"upstream_error","param":null,"code":"upstream_cut_short"}}"""
            + "\n\n");
        endpoint.Bills.ShouldBe([new TokenUsage(7, 1, IsEstimated: true)]);
    }

    [Fact]
    public async Task A_failure_costs_nothing_and_carries_the_wait()
    {
        await using var upstream = await TestServer.StartAsync(static context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "3";
            return context.Response.WriteAsync("""{"error":{"message":"Slow down.","type":"requests","code":"rate_limit_exceeded"}}""");
        });
        await using var endpoint = await ChatEndpoint.StartAsync(ChatEndpoint.Upstream(upstream.Url));

        var response = await endpoint.PostAsync(Chat.Plain);

        ((int)response.StatusCode).ShouldBe(429);
        response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(3));
        endpoint.Bills.ShouldBe([TokenUsage.None]);
    }

    private static Task<TestServer> StreamAsync(string events, Task then) => TestServer.StartAsync(async context =>
    {
        context.Response.ContentType = "text/event-stream";
        await context.Response.StartAsync();
        await context.Response.WriteAsync(events);
        await context.Response.Body.FlushAsync();
        await then;
    });

    private static async Task<string> ReadUntilAsync(StreamReader reader, string text)
    {
        var read = "";
        while (!read.Contains(text) && await reader.ReadLineAsync() is { } line)
        {
            read += line + "\n";
        }

        return read;
    }
}
