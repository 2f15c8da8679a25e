using Microsoft.AspNetCore.Http;
using Trellis.Server.Kernel.Models;

namespace Trellis.Server.Kernel.Tests.Models;

public sealed class UpstreamAnswerTests
{
    [Fact]
    public async Task A_plain_answer_passes_byte_for_byte_with_its_usage()
    {
        const string Body = """{ "id":"1", "choices":[{"message":{"content":"\u00e9"}}], "usage":{"prompt_tokens":12,"completion_tokens":34}, "x":1.0 }""";
        var answer = (await CompleteAsync(context => context.Response.WriteAsync(Body))).ShouldBeOfType<ChatAnswer>();

        Chat.Text(answer.Json).ShouldBe(Body);
        answer.Usage.ShouldBe(new TokenUsage(12, 34));
    }

    [Fact]
    public async Task A_plain_answer_without_a_report_is_estimated()
    {
        var answer = (await CompleteAsync(context => context.Response.WriteAsync("""{"choices":[{"message":{"role":"assistant","content":"12345678"}}]}""")))
            .ShouldBeOfType<ChatAnswer>();

        answer.Usage.ShouldBe(new TokenUsage(7, 2, IsEstimated: true));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"choices\":[]} {}")]
    [InlineData("{\"choices\":[")]
    [InlineData("{\"choices\":7}")]
    public async Task A_plain_answer_of_another_form_is_a_bad_gateway(string body)
    {
        var failure = (await CompleteAsync(context => context.Response.WriteAsync(body))).ShouldBeOfType<ChatFailure>();

        (failure.Error.Status, failure.Error.Code).ShouldBe((502, "upstream_invalid_response"));
    }

    [Fact]
    public async Task A_plain_answer_over_the_limit_is_a_bad_gateway()
    {
        var failure = (await CompleteAsync(
            context => context.Response.WriteAsync("{\"choices\":[],\"x\":\"" + new string('x', 2000) + "\"}"),
            limits: ",\"maxResponseBytes\":1024")).ShouldBeOfType<ChatFailure>();

        (failure.Error.Status, failure.Error.Code).ShouldBe((502, "upstream_response_too_large"));
    }

    [Fact]
    public async Task A_plain_answer_cut_midway_is_a_bad_gateway()
    {
        var failure = (await CompleteAsync(async context =>
        {
            context.Response.ContentLength = 100;
            await context.Response.WriteAsync("{\"choices\":[");
            throw new IOException("cut");
        })).ShouldBeOfType<ChatFailure>();

        (failure.Error.Status, failure.Error.Code).ShouldBe((502, "upstream_cut_short"));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        var failure = (await CompleteAsync(context =>
        {
            context.Response.Redirect("/elsewhere");
            return Task.CompletedTask;
        })).ShouldBeOfType<ChatFailure>();

        failure.Error.Status.ShouldBe(502);
    }

    [Fact]
    public async Task An_upstream_that_is_not_there_is_a_bad_gateway()
    {
        var server = await TestServer.StartAsync(static _ => Task.CompletedTask);
        await server.DisposeAsync();
        await using var catalog = TestCatalog.OfUpstream(server.Url);

        var failure = (await catalog["m"].CompleteAsync(Chat.Parse(Chat.Plain))).ShouldBeOfType<ChatFailure>();

        (failure.Error.Status, failure.Error.Code).ShouldBe((502, "upstream_unreachable"));
    }

    [Fact]
    public async Task A_caller_who_gives_up_gets_his_own_cancellation()
    {
        using var caller = new CancellationTokenSource();
        await using var server = await TestServer.StartAsync(async context =>
        {
            await caller.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        await using var catalog = TestCatalog.OfUpstream(server.Url);

        await Should.ThrowAsync<OperationCanceledException>(async () => await catalog["m"].CompleteAsync(Chat.Parse(Chat.Plain), caller.Token));
    }

    private static async Task<ChatResult> CompleteAsync(RequestDelegate upstream, string limits = "")
    {
        await using var server = await TestServer.StartAsync(upstream);
        await using var catalog = TestCatalog.OfUpstream(server.Url, limits: limits);
        return await catalog["m"].CompleteAsync(Chat.Parse(Chat.Plain));
    }
}
