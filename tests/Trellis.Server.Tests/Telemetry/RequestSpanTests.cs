using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Kernel.Storage;
using Trellis.TestInfrastructure.Logging;

namespace Trellis.Server.Tests.Telemetry;

public sealed class RequestSpanTests
{
    [Fact]
    public async Task A_request_is_a_span_below_the_one_that_called()
    {
        using var spans = new SpanRecorder();
        await using var probe = await StartAsync();
        var (trace, caller) = (ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom());
        var span = await CallAsync(probe, spans, trace, caller, "/platform/things/7?api_key=sk-secret");

        span.ParentSpanId.ShouldBe(caller);
        span.HasRemoteParent.ShouldBeTrue();
        span.TraceStateString.ShouldBe("vendor=1");
        span.DisplayName.ShouldBe("GET /platform/things/{id}");
        span.Status.ShouldBe(ActivityStatusCode.Unset);
        var tags = span.TagObjects.ToDictionary();
        tags["http.request.method"].ShouldBe("GET");
        tags["http.route"].ShouldBe("/platform/things/{id}");
        tags["http.response.status_code"].ShouldBe(200);
        tags["url.scheme"].ShouldBe("http");
        tags["network.protocol.version"].ShouldBe("1.1");
        tags["trellis.platform"].ShouldBe("probe");
        tags["trellis.request_id"].ShouldBe("request-7");
        tags.ShouldNotContainKey("error.type");
    }

    [Fact]
    public async Task A_span_holds_nothing_of_the_path_the_query_or_a_credential()
    {
        using var spans = new SpanRecorder();
        await using var probe = await StartAsync();
        var trace = ActivityTraceId.CreateRandom();
        await CallAsync(probe, spans, trace, ActivitySpanId.CreateRandom(), "/platform/store/sk-in-path?api_key=sk-in-query");

        spans.Of(trace).Count.ShouldBe(3);
        foreach (var span in spans.Of(trace))
            string.Join('\n', span.TagObjects.Select(static tag => $"{tag.Key}={tag.Value}").Append(span.DisplayName)).ShouldNotContain("sk-");
    }

    [Fact]
    public async Task A_failure_is_an_error_and_its_message_stays_inside()
    {
        using var spans = new SpanRecorder();
        await using var probe = await StartAsync();
        var span = await CallAsync(probe, spans, ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), "/platform/throw");
        span.Status.ShouldBe(ActivityStatusCode.Error);
        span.StatusDescription.ShouldBeNull();
        span.Events.ShouldBeEmpty();
        span.GetTagItem("error.type").ShouldBe("500");
        span.GetTagItem("http.response.status_code").ShouldBe(500);
    }

    [Fact]
    public async Task A_caller_who_asks_for_what_is_not_there_is_no_error_of_the_server()
    {
        using var spans = new SpanRecorder();
        await using var probe = await StartAsync();
        var span = await CallAsync(probe, spans, ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), "/platform/unknown");
        span.DisplayName.ShouldBe("GET");
        span.GetTagItem("http.route").ShouldBeNull();
        span.GetTagItem("error.type").ShouldBeNull();
        span.Status.ShouldBe(ActivityStatusCode.Unset);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_an_error_of_the_exceptions_type()
    {
        using var spans = new SpanRecorder();
        await using var probe = await StartAsync();
        var trace = ActivityTraceId.CreateRandom();
        using var request = Request(trace, ActivitySpanId.CreateRandom(), "/platform/break");
        await Should.ThrowAsync<HttpRequestException>(() => probe.Client.SendAsync(request, TestContext.Current.CancellationToken));
        (await spans.ServerSpanAsync(trace, TestContext.Current.CancellationToken)).GetTagItem("error.type").ShouldBe("System.InvalidOperationException");
    }

    [Fact]
    public async Task The_stores_read_and_write_of_a_request_are_spans_below_it()
    {
        using var spans = new SpanRecorder();
        await using var probe = await StartAsync();
        var trace = ActivityTraceId.CreateRandom();
        var span = await CallAsync(probe, spans, trace, ActivitySpanId.CreateRandom(), "/platform/store/1");

        var calls = spans.Of(trace).Where(static call => call.Kind == ActivityKind.Client).ToList();
        calls.Select(static call => call.DisplayName).ShouldBe(["store.read", "store.write"]);
        calls.ShouldAllBe(call => call.ParentSpanId == span.SpanId);
        calls[1].GetTagItem("db.system.name").ShouldBe("sqlite");
        calls[1].GetTagItem("db.operation.name").ShouldBe("store.write");
    }

    [Fact]
    public async Task A_failure_of_the_store_names_its_kind()
    {
        using var spans = new SpanRecorder();
        await using var probe = await StartAsync();
        var trace = ActivityTraceId.CreateRandom();
        await CallAsync(probe, spans, trace, ActivitySpanId.CreateRandom(), "/platform/refused");
        var call = spans.Of(trace).Single(static call => call.Kind == ActivityKind.Client);
        call.GetTagItem("error.type").ShouldBe("Engine");
        call.Status.ShouldBe(ActivityStatusCode.Error);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("00-00000000000000000000000000000000-0000000000000000-01")]
    public async Task A_parent_that_cannot_be_read_is_none(string parent)
    {
        using var spans = new SpanRecorder();
        var seen = new TaskCompletionSource<Activity?>();
        await using var probe = await ProbeServer.StartAsync(routes => routes.MapGet("/platform/current", context =>
        {
            seen.SetResult(Activity.Current);
            return Task.CompletedTask;
        }));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/platform/current");
        request.Headers.TryAddWithoutValidation("traceparent", parent);
        await probe.Client.SendAsync(request, TestContext.Current.CancellationToken);
        (await seen.Task).ShouldNotBeNull().ParentId.ShouldBeNull();
    }

    private static async Task<Activity> CallAsync(ProbeServer probe, SpanRecorder spans, ActivityTraceId trace, ActivitySpanId caller, string path)
    {
        using var request = Request(trace, caller, path);
        await probe.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return await spans.ServerSpanAsync(trace, TestContext.Current.CancellationToken);
    }

    private static HttpRequestMessage Request(ActivityTraceId trace, ActivitySpanId caller, string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("traceparent", $"00-{trace}-{caller}-01");
        request.Headers.Add("tracestate", "vendor=1");
        request.Headers.Add("X-Request-ID", "request-7");
        request.Headers.Add("Authorization", "Bearer sk-in-header");
        return request;
    }

    private static Task<ProbeServer> StartAsync() => ProbeServer.StartAsync(static routes =>
    {
        routes.MapGet("/platform/things/{id}", static context => context.Response.WriteAsync("thing"));
        routes.MapGet("/platform/throw", static _ => throw new InvalidOperationException("sk-secret"));
        routes.MapGet("/platform/break", static async context =>
        {
            await context.Response.WriteAsync("begun");
            await context.Response.Body.FlushAsync(context.RequestAborted);
            throw new InvalidOperationException("sk-secret");
        });
        var store = routes.ServiceProvider.GetRequiredService<IStore>();
        routes.MapGet("/platform/store/{key}", async context =>
        {
            await store.ReadAsync(static session => session.QueryIntegerAsync($"SELECT 1"), context.RequestAborted);
            await store.WriteAsync(static session => session.ExecuteAsync($"DELETE FROM audit_heads WHERE organisation_id = -1"), context.RequestAborted);
        });
        routes.MapGet("/platform/refused", async context =>
            await store.WriteAsync(static session => session.ExecuteAsync($"DELETE FROM no_such_table"), context.RequestAborted));
    });
}
