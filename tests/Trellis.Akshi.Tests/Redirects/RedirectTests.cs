namespace Trellis.Akshi.Tests.Redirects;

/// <summary>Contract section 6 and section 8, number 12: a redirect would carry the token along.</summary>
public sealed class RedirectTests
{
    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_an_error_and_the_token_stays_where_it_is(int status)
    {
        var requests = new List<string>();
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            requests.Add(context.Request.Path);
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "/elsewhere";
            return Task.CompletedTask;
        });
        using var client = server.Connect();
        var error = await Should.ThrowAsync<AkshiApiException>(() => client.StatusAsync());
        error.StatusCode.ShouldBe(status);
        error.Message.ShouldContain("redirect");
        await Should.ThrowAsync<AkshiApiException>(async () =>
        {
            await foreach (var item in client.Events.StreamAguiAsync())
            {
                item.ShouldBeNull();
            }
        });
        requests.ShouldBe(["/api/v1/status", "/api/v1/agui/events"]);
    }
}
