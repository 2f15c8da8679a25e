using System.Net.Sockets;
using System.Text;
using Trellis.Server.Aerostack.Tests.Support;

namespace Trellis.Server.Aerostack.Tests.Realtime;

/// <summary>How clients of every generation get in, and who does not (contract, section 7.1).</summary>
public sealed class HandshakeTests : RealtimeTest
{
    [Fact]
    public async Task The_version_is_selected_where_it_is_offered() => (await ConnectAsync()).Selected.ShouldBe("aerostack-v1");

    [Fact]
    public async Task The_key_is_selected_where_the_version_is_not_offered() =>
        (await OpenAsync("/api/realtime", $"aerostack-key.{First.Key}")).Selected.ShouldBe($"aerostack-key.{First.Key}");

    [Theory]
    [InlineData("Sec-WebSocket-Protocol: aerostack-key.{key},aerostack-v1")]
    [InlineData("Sec-WebSocket-Protocol: aerostack-key.{key}, aerostack-v1")]
    [InlineData("Sec-WebSocket-Protocol: aerostack-key.{key}\r\nsec-websocket-protocol: aerostack-v1")]
    public async Task Subprotocols_may_be_joined_by_commas_or_stand_in_headers_of_their_own(string offered)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(Server.Url.Host, Server.Url.Port, AerostackServer.Cancellation);
        await using var stream = tcp.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"GET /api/realtime HTTP/1.1\r\nHost: {Server.Url.Authority}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                + $"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n{offered.Replace("{key}", First.Key)}\r\n\r\n"),
            AerostackServer.Cancellation);

        using var reader = new StreamReader(stream, Encoding.ASCII);
        var head = new List<string>();
        while (await reader.ReadLineAsync(AerostackServer.Cancellation) is { Length: > 0 } line)
            head.Add(line);

        head[0].ShouldStartWith("HTTP/1.1 101");
        head.Where(static line => line.StartsWith("Sec-WebSocket-Protocol", StringComparison.OrdinalIgnoreCase))
            .ShouldHaveSingleItem().ShouldBe("Sec-WebSocket-Protocol: aerostack-v1");
    }

    [Fact]
    public async Task Nothing_is_selected_where_nothing_is_offered()
    {
        var socket = Keep(await Socket.OpenAsync(Server, "/api/realtime", [], options => options.SetRequestHeader("X-Aerostack-Key", First.Key)));

        socket.Selected.ShouldBeNull();
        await socket.ShouldGetNothingAsync();
    }

    [Fact]
    public async Task The_first_clients_come_with_their_key_in_the_query() =>
        await (await OpenAsync($"/v1/realtime?apiKey={First.Key}")).ShouldGetNothingAsync();

    [Fact]
    public async Task A_key_in_base64_is_taken() =>
        await (await OpenAsync("/api/realtime", $"aerostack-key.{Convert.ToBase64String(Encoding.UTF8.GetBytes(First.Key)).TrimEnd('=')}")).ShouldGetNothingAsync();

    [Fact]
    public async Task A_public_key_opens_realtime() => await (await ConnectAsync(await First.WithPublicKeyAsync())).ShouldGetNothingAsync();

    [Fact]
    public async Task The_project_may_be_named_by_id_and_by_slug()
    {
        await (await ConnectAsync(query: $"?projectId={ProjectId}")).ShouldGetNothingAsync();
        await (await ConnectAsync(query: "?projectId=default&userId=u1")).ShouldGetNothingAsync();
    }

    [Fact]
    public async Task A_project_that_is_not_the_keys_is_refused() =>
        (await Socket.RefusedAsync(() => Socket.ConnectAsync(First, query: "?projectId=other"))).ShouldBe(403);

    [Fact]
    public async Task A_key_that_is_not_known_is_refused() =>
        (await Socket.RefusedAsync(() => Socket.OpenAsync(Server, "/api/realtime", Socket.Offers("ac_secret_1")))).ShouldBe(401);

    [Fact]
    public async Task Nobody_gets_in_without_a_credential() =>
        (await Socket.RefusedAsync(() => Socket.OpenAsync(Server, $"/api/realtime?projectId={ProjectId}", ["aerostack-v1"]))).ShouldBe(401);

    [Fact]
    public async Task A_user_gets_in_with_a_token_and_the_project_that_it_is_for()
    {
        var (_, token) = await SignUpAsync();

        var socket = Keep(await Socket.OpenAsync(Server, $"/api/realtime?projectId={ProjectId}", Socket.Offers(null, token)));

        await socket.ShouldGetNothingAsync();
    }

    [Fact]
    public async Task A_token_of_another_project_is_refused()
    {
        var (_, token) = await SignUpAsync();
        var other = await First.OtherProjectAsync();

        (await Socket.RefusedAsync(() => Socket.ConnectAsync(other, token))).ShouldBe(401);
        (await Socket.RefusedAsync(() => Socket.OpenAsync(Server, "/api/realtime?projectId=other", Socket.Offers(null, token)))).ShouldBe(401);
    }

    [Theory]
    [InlineData("aa.bb.cc")]
    [InlineData("none")]
    public async Task A_token_that_is_not_good_is_refused_even_with_a_good_key(string token) =>
        (await Socket.RefusedAsync(() => Socket.ConnectAsync(First, token))).ShouldBe(401);

    [Fact]
    public async Task A_plain_request_is_told_to_upgrade()
    {
        var reply = (await First.GetAsync("/api/realtime")).ShouldBeRefused(426, "VALIDATION_ERROR");

        reply.Json["error"]!.GetValue<string>().ShouldBe(reply.Message);
        reply.Headers.Upgrade.ShouldHaveSingleItem().Name.ShouldBe("websocket");
    }

    private async Task<Socket> OpenAsync(string path, params string[] subprotocols) => Keep(await Socket.OpenAsync(Server, path, subprotocols));
}
