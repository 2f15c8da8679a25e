using System.Net.WebSockets;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Aerostack.Realtime.Connections;
using Trellis.Server.Aerostack.Tests.Support;

namespace Trellis.Server.Aerostack.Tests.Realtime;

/// <summary>When connections end, and what keeps them (contract, section 7.5).</summary>
public sealed class LifeTests : RealtimeTest
{
    [Fact]
    public async Task A_server_that_stops_says_farewell()
    {
        await using var server = await AerostackServer.StartAsync();
        using var socket = await Socket.ConnectAsync(server.First);
        await socket.SubscribeAsync("a/b");

        var stopped = server.DisposeAsync();

        await socket.ShouldBeClosedAsync(WebSocketCloseStatus.EndpointUnavailable);
        await stopped;
    }

    [Fact]
    public async Task A_revoked_key_ends_its_connections_alone()
    {
        var ended = await First.WithPublicKeyAsync();
        var socket = await ConnectAsync(ended);
        var other = await ConnectAsync();
        var key = (await First.GetAsync("/v1/projects/keys")).Json["keys"]!.AsArray().Single(static key => key!["kind"]!.GetValue<string>() == "public")!;
        await First.DeleteAsync($"/v1/projects/keys/{key["id"]}");

        await SweepAsync();

        await socket.ShouldBeClosedAsync(WebSocketCloseStatus.PolicyViolation);
        await other.ShouldGetNothingAsync();
    }

    [Fact]
    public async Task An_expired_token_ends_its_connection()
    {
        var (_, token) = await SignUpAsync();
        var socket = await ConnectAsync(token);
        await SweepAsync();
        await socket.ShouldGetNothingAsync();

        Server.Clock.Advance(TimeSpan.FromMinutes(61));
        await SweepAsync();

        await socket.ShouldBeClosedAsync(WebSocketCloseStatus.PolicyViolation);
        socket.CloseReason.ShouldBe("The token has expired.");
    }

    [Fact]
    public async Task Logging_out_ends_the_connection()
    {
        var (_, token) = await SignUpAsync();
        var socket = await ConnectAsync(token);
        (await First.PostAsync("/v1/auth/logout", $$"""{"accessToken":"{{token}}"}""")).ShouldBe(200);

        await SweepAsync();

        await socket.ShouldBeClosedAsync(WebSocketCloseStatus.PolicyViolation);
    }

    [Fact]
    public async Task A_new_token_keeps_the_connection_and_says_who_it_is()
    {
        var (_, token) = await SignUpAsync();
        var socket = await ConnectAsync(token);
        await socket.SubscribeAsync("a/b");
        Server.Clock.Advance(TimeSpan.FromMinutes(59));
        var (id, fresh) = await SignUpAsync("c@d.co");

        await socket.SendAsync($$"""{"type":"auth","token":"{{fresh}}","id":"1"}""");
        await socket.ShouldGetAsync("""{"type":"ack","id":"1"}""");
        Server.Clock.Advance(TimeSpan.FromMinutes(2));
        await SweepAsync();

        await socket.SendAsync("""{"type":"publish","topic":"a/b","event":"e","data":1}""");
        (await socket.NextAsync())!["userId"]!.GetValue<string>().ShouldBe(id);
    }

    [Fact]
    public async Task A_token_that_is_not_good_changes_nothing()
    {
        var socket = await ConnectAsync();

        await socket.SendAsync("""{"type":"auth","token":"aa.bb.cc","id":"1"}""");

        await socket.ShouldBeRefusedAsync("AUTH_TOKEN_INVALID");
        await socket.ShouldGetNothingAsync();
    }

    private Task SweepAsync() => Server.Services.GetRequiredService<CredentialSweep>().SweepAsync(AerostackServer.Cancellation);
}
