using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Trellis.Server.Askii.Tests.Errors;
using Trellis.Server.Askii.Tests.Support;

namespace Trellis.Server.Askii.Tests.Chat;

/// <summary>Chats whose caller, upstream or store goes away.</summary>
public sealed class UpstreamChatTests : IAsyncLifetime
{
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _release = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private RequestDelegate _answer = Upstream.AnswerAsync;
    private Upstream _upstream = null!;
    private AskiiServer _server = null!;
    private AskiiUser _ada = null!;
    private string _key = null!;

    public async ValueTask InitializeAsync()
    {
        _upstream = await Upstream.StartAsync(context => _answer(context));
        _server = await AskiiServer.StartAsync(new ServerSetup { Configuration = _upstream.Configuration });
        _ada = await _server.UserAsync();
        _key = await _ada.KeyAsync(new() { ["max_budget"] = 1 });
    }

    public async ValueTask DisposeAsync()
    {
        _release.TrySetResult();
        await _server.DisposeAsync();
        await _upstream.DisposeAsync();
    }

    [Fact]
    public async Task An_answer_is_billed_as_the_upstream_reports()
    {
        (await ChatAsync(stream: false)).ShouldBeOk();

        (await _server.SpendAsync()).ShouldBe((10 * 1_000) + (20 * 1_000_000));
    }

    [Fact]
    public async Task While_a_chat_runs_its_estimate_is_reserved()
    {
        _answer = WaitAsync;
        var chat = ChatAsync(stream: false);
        await _asked.Task;

        (await _server.ReservationsAsync()).ShouldBe(1);

        _release.SetResult();
        await chat;
        (await _server.ReservationsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_refusal_of_the_upstream_costs_nothing()
    {
        _answer = context =>
        {
            context.Response.StatusCode = 400;
            return context.Response.WriteAsync("""{"error":{"message":"Too long.","type":"invalid_request_error","param":"messages","code":"context_length_exceeded"}}""");
        };

        (await ChatAsync(stream: true)).ShouldBeOpenAiError(400, "invalid_request_error", "context_length_exceeded", "messages");

        (await _server.SpendAsync()).ShouldBe(0);
        (await _server.ReservationsAsync()).ShouldBe(0);
        (await _server.EventsAsync()).ShouldBe(["api_key_provisioned"]);
    }

    [Fact]
    public async Task Who_hangs_up_mid_stream_is_billed_for_what_came()
    {
        _answer = async context =>
        {
            await Upstream.SendDeltaAsync(context, "One");
            await Upstream.SendDeltaAsync(context, "two");
            await _release.Task.WaitAsync(context.RequestAborted);
        };
        using (var response = await StartStreamAsync())
        await using (var stream = await response.Content.ReadAsStreamAsync(AskiiServer.Cancellation))
        {
            await ReadUntilAsync(stream, "two");
        }

        await StoreProbe.EventuallyAsync(async () => await _server.SpendAsync() > 0);

        // Two tokens out; the prompt is estimated.
        (await _server.SpendAsync()).ShouldBeInRange(2_000_000, 2_100_000);
        (await _server.ReservationsAsync()).ShouldBe(0);
        (await _server.EventsAsync())[^1].ShouldBe("chat_completed");
    }

    [Fact]
    public async Task Who_hangs_up_before_a_stream_begins_pays_nothing()
    {
        _answer = WaitAsync;
        using var hangUp = CancellationTokenSource.CreateLinkedTokenSource(AskiiServer.Cancellation);
        var chat = _server.SendRawAsync(
            HttpMethod.Post, ChatBody.Path, _key, ChatBody.Of(model: "m", stream: true).ToJsonString(), HttpCompletionOption.ResponseHeadersRead, hangUp.Token);
        await _asked.Task;
        (await _server.ReservationsAsync()).ShouldBe(1);

        await hangUp.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(chat);
        await StoreProbe.EventuallyAsync(async () => await _server.ReservationsAsync() == 0);
        (await _server.SpendAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Who_hangs_up_before_a_plain_answer_pays_for_it_since_the_upstream_charges_for_it()
    {
        _answer = async context =>
        {
            _asked.TrySetResult();
            await _release.Task;
            await Upstream.AnswerAsync(context);
        };
        using var hangUp = CancellationTokenSource.CreateLinkedTokenSource(AskiiServer.Cancellation);
        var chat = _server.SendRawAsync(
            HttpMethod.Post, ChatBody.Path, _key, ChatBody.Of(model: "m").ToJsonString(), HttpCompletionOption.ResponseHeadersRead, hangUp.Token);
        await _asked.Task;

        await hangUp.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(chat);
        _release.SetResult();

        await StoreProbe.EventuallyAsync(async () => await _server.SpendAsync() == (10 * 1_000) + (20 * 1_000_000));
        (await _server.ReservationsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Pieces_of_a_stream_arrive_before_the_next_is_there()
    {
        _answer = async context =>
        {
            await Upstream.SendDeltaAsync(context, "One");
            await _release.Task;
            await context.Response.WriteAsync("data: [DONE]\n\n");
        };
        using var response = await StartStreamAsync();
        await using var stream = await response.Content.ReadAsStreamAsync(AskiiServer.Cancellation);

        await ReadUntilAsync(stream, "One");

        _release.SetResult();
        await ReadUntilAsync(stream, "[DONE]");
    }

    [Fact]
    public async Task A_plain_answer_that_cannot_be_billed_is_not_given()
    {
        await BreakAuditAsync();

        var answer = await ChatAsync(stream: false);

        answer.ShouldBeOpenAiError(500, "server_error", null);
        (await _server.SpendAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_stream_that_cannot_be_billed_is_cut_before_its_end()
    {
        _answer = async context =>
        {
            await Upstream.SendDeltaAsync(context, "One");
            await _release.Task;
            await context.Response.WriteAsync("data: [DONE]\n\n");
        };
        using var response = await StartStreamAsync();
        await using var stream = await response.Content.ReadAsStreamAsync(AskiiServer.Cancellation);
        await ReadUntilAsync(stream, "One");
        await BreakAuditAsync();
        _release.SetResult();

        await Should.ThrowAsync<HttpIOException>(() => ReadUntilAsync(stream, "[DONE]"));
    }

    [Fact]
    public async Task A_free_model_needs_no_budget()
    {
        var key = await _ada.KeyAsync(new() { ["max_budget"] = 0, ["models"] = new JsonArray("vendor/other") });

        (await _server.SendAsync(HttpMethod.Post, ChatBody.Path, key, ChatBody.Of(model: "vendor/other"))).ShouldBeOk();
    }

    private Task<Answer> ChatAsync(bool stream) => _server.SendAsync(HttpMethod.Post, ChatBody.Path, _key, ChatBody.Of(model: "m", stream: stream));

    private Task<HttpResponseMessage> StartStreamAsync() => _server.SendRawAsync(
        HttpMethod.Post, ChatBody.Path, _key, ChatBody.Of(model: "m", stream: true).ToJsonString(), HttpCompletionOption.ResponseHeadersRead);

    private async Task WaitAsync(HttpContext context)
    {
        _asked.TrySetResult();
        await _release.Task.WaitAsync(context.RequestAborted);
        await Upstream.AnswerAsync(context);
    }

    // The audit record is the last step of a bill.
    private async Task BreakAuditAsync() => await _server.ExecuteAsync(new("ALTER TABLE audit_records RENAME TO audit_records_gone"));

    private static async Task ReadUntilAsync(Stream stream, string text)
    {
        var seen = "";
        var buffer = new byte[1024];
        while (!seen.Contains(text, StringComparison.Ordinal))
        {
            var count = await stream.ReadAsync(buffer, AskiiServer.Cancellation);
            if (count == 0)
                throw new EndOfStreamException($"The stream ended without '{text}': {seen}");
            seen += System.Text.Encoding.UTF8.GetString(buffer, 0, count);
        }
    }
}
