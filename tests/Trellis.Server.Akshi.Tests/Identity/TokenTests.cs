using System.Net.Http.Headers;
using Trellis.Server.Akshi.Tests.Support;

namespace Trellis.Server.Akshi.Tests.Identity;

public sealed class TokenTests : ServerTest
{
    // Everything else needs the token, unknown paths among it.
    private const string ClosedPath = "/api/v1/agents/nowhere";

    [Fact]
    public async Task Health_is_open() =>
        (await Server.SendAsync("GET", "/api/v1/health", null, static _ => { })).ShouldBe(200);

    [Theory]
    [InlineData("Bearer")]
    [InlineData("bearer")]
    [InlineData("BEARER")]
    public async Task The_token_opens_in_any_spelling_of_the_scheme(string scheme) =>
        (await SendAsync(new AuthenticationHeaderValue(scheme, Server.Token))).ShouldBeRefused(404, "not_found");

    [Fact]
    public async Task Without_a_token_the_answer_names_the_scheme()
    {
        var reply = (await Server.SendAsync("GET", ClosedPath, null, static _ => { })).ShouldBeRefused(401, "unauthorized");

        reply.Header("WWW-Authenticate").ShouldBe("Bearer");
    }

    [Theory]
    [InlineData("Bearer", "wrong")]
    [InlineData("Bearer", "akshi_0000000000000000000000000000000000000000000000000")]
    [InlineData("Basic", "YTpi")]
    public async Task A_wrong_token_or_scheme_is_refused(string scheme, string value) =>
        (await SendAsync(new AuthenticationHeaderValue(scheme, value))).ShouldBeRefused(401, "unauthorized");

    [Fact]
    public async Task A_token_in_the_query_opens_nothing() =>
        (await Server.SendAsync("GET", $"{ClosedPath}?token={Server.Token}", null, static _ => { })).ShouldBeRefused(401, "unauthorized");

    [Fact]
    public async Task The_token_is_the_same_after_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("akshi-token-").FullName;
        try
        {
            string first;
            await using (var server = await AkshiServer.StartAsync(new ServerSetup { DataDirectory = folder }))
                first = server.Token;
            await using var again = await AkshiServer.StartAsync(new ServerSetup { DataDirectory = folder });

            again.Token.ShouldBe(first);
            (await again.GetAsync(ClosedPath)).ShouldBeRefused(404, "not_found");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private Task<Reply> SendAsync(AuthenticationHeaderValue credential) =>
        Server.SendAsync("GET", ClosedPath, null, request => request.Headers.Authorization = credential);
}
