using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Tests.Http;

public sealed class ErrorBodyTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/platform/unknown")]
    [InlineData("/PLATFORM/unknown")]
    public async Task An_unknown_route_answers_404_with_a_detail(string path)
    {
        await using var probe = await StartAsync();
        var response = await probe.Client.GetAsync(path, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        response.Content.Headers.ContentType!.ToString().ShouldBe("application/json");
        (await BodyAsync(response)).ShouldBe("""{"detail":"Not Found"}""");
    }

    [Fact]
    public async Task An_unknown_route_below_a_module_that_speaks_OpenAI_answers_404_in_its_shape()
    {
        await using var probe = await StartAsync();
        var response = await probe.Client.GetAsync("/v1/unknown", TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await BodyAsync(response)).ShouldBe("""{"error":{"message":"Not Found","type":"invalid_request_error","param":null,"code":null}}""");
    }

    [Fact]
    public async Task A_wrong_method_answers_405_and_names_the_right_one()
    {
        await using var probe = await StartAsync();
        var response = await probe.Client.GetAsync("/platform/echo", TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.ShouldBe(["POST"]);
        (await BodyAsync(response)).ShouldBe("""{"detail":"Method Not Allowed"}""");
    }

    [Fact]
    public async Task A_wrong_HEAD_answers_405_without_a_body()
    {
        await using var probe = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Head, "/platform/echo");
        var response = await probe.Client.SendAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        (await BodyAsync(response)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_body_over_the_limit_answers_413_and_states_the_limit()
    {
        await using var probe = await StartAsync();
        var response = await probe.Client.PostAsync("/platform/echo", new ByteArrayContent(new byte[1025]), TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await BodyAsync(response)).ShouldBe("""{"detail":"The request body is larger than the limit of 1024 bytes."}""");
    }

    [Fact]
    public async Task A_chunked_body_over_the_limit_answers_413()
    {
        await using var probe = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/echo") { Content = new ByteArrayContent(new byte[4096]) };
        request.Headers.TransferEncodingChunked = true;
        var response = await probe.Client.SendAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await response.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!["error"]!["type"]!
            .GetValue<string>().ShouldBe("invalid_request_error");
    }

    [Fact]
    public async Task A_body_at_the_limit_passes()
    {
        await using var probe = await StartAsync();
        var response = await probe.Client.PostAsync("/platform/echo", new ByteArrayContent(new byte[1024]), TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_exception_answers_500_and_tells_nothing_of_it()
    {
        await using var probe = await StartAsync();
        var response = await probe.Client.GetAsync("/platform/throw", TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await BodyAsync(response)).ShouldBe("""{"detail":"Internal Server Error"}""");
    }

    [Fact]
    public async Task An_exception_below_a_module_that_speaks_OpenAI_is_a_server_error()
    {
        await using var probe = await StartAsync();
        var response = await probe.Client.GetAsync("/v1/throw", TestContext.Current.CancellationToken);
        (await BodyAsync(response)).ShouldBe("""{"error":{"message":"Internal Server Error","type":"server_error","param":null,"code":null}}""");
    }

    [Fact]
    public async Task An_exception_after_some_headers_were_set_drops_them()
    {
        await using var probe = await StartAsync();
        var response = await probe.Client.GetAsync("/platform/throw", TestContext.Current.CancellationToken);
        response.Headers.Contains("x-half-done").ShouldBeFalse();
        response.Headers.Contains("x-request-id").ShouldBeTrue();
    }

    [Fact]
    public async Task A_store_that_is_away_answers_503()
    {
        await using var probe = await StartAsync();
        var response = await probe.Client.GetAsync("/platform/away", TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task An_error_that_a_module_has_written_is_left_alone()
    {
        await using var probe = await StartAsync();
        var response = await probe.Client.GetAsync("/platform/refuse", TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await BodyAsync(response)).ShouldBe("mine");
    }

    [Fact]
    public async Task An_exception_in_mid_answer_cuts_the_connection()
    {
        await using var probe = await StartAsync();
        await Should.ThrowAsync<HttpRequestException>(() => probe.Client.GetStringAsync("/platform/break", TestContext.Current.CancellationToken));
    }

    private static Task<string> BodyAsync(HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private static Task<ProbeServer> StartAsync() => ProbeServer.StartAsync(static routes =>
    {
        routes.MapPost("/platform/echo", EchoAsync);
        routes.MapPost("/v1/echo", EchoAsync);
        routes.MapGet("/v1/throw", static _ => throw new InvalidOperationException("inner detail"));
        routes.MapGet("/platform/away", static _ => throw new StoreException("inner detail") { Failure = StoreFailure.Unavailable });
        routes.MapGet("/platform/throw", static context =>
        {
            context.Response.Headers["x-half-done"] = "yes";
            throw new InvalidOperationException("inner detail");
        });
        routes.MapGet("/platform/refuse", static context =>
        {
            context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return context.Response.WriteAsync("mine");
        });
        routes.MapGet("/platform/break", static async context =>
        {
            await context.Response.WriteAsync("half");
            await context.Response.Body.FlushAsync();
            throw new InvalidOperationException("inner detail");
        });
    });

    private static Task EchoAsync(HttpContext context) => context.Request.Body.CopyToAsync(context.Response.Body);
}
