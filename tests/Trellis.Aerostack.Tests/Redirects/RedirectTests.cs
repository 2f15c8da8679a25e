using Microsoft.AspNetCore.Http;

namespace Trellis.Aerostack.Tests.Redirects;

/// <summary>Contract section 1.6, as far as the key stays with its server.</summary>
public sealed class RedirectTests
{
    [Theory]
    [InlineData(307, false)]
    [InlineData(308, false)]
    [InlineData(307, true)]
    public async Task A_307_is_followed_with_method_body_and_key(int status, bool synchronously)
    {
        await using var server = await StartAsync(status, "/v1/elsewhere");
        using var client = server.Connect();
        var value = synchronously ? await RunAsync(() => client.Cache.Get("k")) : await client.Cache.GetAsync("k");
        value.Value.GetString().ShouldBe($$"""POST {"key":"k"} {{AerostackFixture.Key}}""");
    }

    [Theory]
    [InlineData(301, false)]
    [InlineData(302, false)]
    [InlineData(303, false)]
    [InlineData(302, true)]
    public async Task A_302_becomes_a_get_without_a_body(int status, bool synchronously)
    {
        await using var server = await StartAsync(status, "/v1/elsewhere");
        using var client = server.Connect();
        var value = synchronously ? await RunAsync(() => client.Cache.Get("k")) : await client.Cache.GetAsync("k");
        value.Value.GetString().ShouldBe($"GET  {AerostackFixture.Key}");
    }

    [Theory]
    [InlineData("http://localhost:1/elsewhere")]
    [InlineData("https://127.0.0.1/elsewhere")]
    [InlineData("//evil.test/elsewhere")]
    public async Task A_redirect_that_would_take_the_key_to_another_server_is_not_followed(string location)
    {
        await using var server = await StartAsync(307, location);
        using var client = server.Connect();
        var error = await Should.ThrowAsync<AerostackApiException>(() => client.Cache.GetAsync("k"));
        error.Message.ShouldStartWith("Unexpected response received: Status 307");
        error.RawResponse!.Headers["Location"].ShouldBe(location);
    }

    [Fact]
    public async Task A_redirect_in_a_circle_ends()
    {
        var requests = 0;
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            requests++;
            context.Response.StatusCode = 307;
            context.Response.Headers.Location = "/v1/cache/get";
            return Task.CompletedTask;
        });
        using var client = server.Connect();
        (await Should.ThrowAsync<AerostackApiException>(() => client.Cache.GetAsync("k"))).Status.ShouldBe(307);
        requests.ShouldBe(21);
    }

    private static Task<LoopbackServer> StartAsync(int status, string location) => LoopbackServer.StartAsync(async context =>
    {
        if (context.Request.Path == "/v1/cache/get")
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = location;
            return;
        }

        using var reader = new StreamReader(context.Request.Body);
        var text = $"{context.Request.Method} {await reader.ReadToEndAsync()} {context.Request.Headers["X-Aerostack-Key"]}";
        await LoopbackServer.AnswerAsync(context, $$"""{"value":"{{text.Replace("\"", "\\\"")}}"}""");
    });

    private static Task<T> RunAsync<T>(Func<T> call) => Task.Factory.StartNew(call, TaskCreationOptions.LongRunning);
}
