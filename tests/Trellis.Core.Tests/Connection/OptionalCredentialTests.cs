using Trellis.Testing;
using Trellis.Tests.Connection.Loopback;

namespace Trellis.Tests.Connection;

/// <summary>Platforms that can be spoken to without a credential.</summary>
public sealed class OptionalCredentialTests
{
    [Fact]
    public async Task No_credential_is_an_empty_one_where_none_is_needed()
    {
        foreach (var token in (TokenSource?[])[null, "", TokenSource.FromCallback(() => null), TokenSource.FromCallback(_ => new ValueTask<string?>(""))])
        {
            using var transport = new StubTransport(StubAnswer.Json("""{"text":"hello"}"""));
            using var connection = Connect(new LoopbackProtocol { NeedsToken = false }, token, transport);
            (await connection.SendAsync(Request, CancellationToken.None)).Text.ShouldBe("hello");
            transport.LastRequest.Header("Authorization").ShouldBe("Bearer ");
        }
    }

    [Fact]
    public void It_is_refused_where_one_is_needed()
    {
        using var transport = new StubTransport();
        foreach (var token in (TokenSource?[])[null, ""])
        {
            Should.Throw<InvalidOperationException>(() => Connect(new LoopbackProtocol(), token, transport));
        }

        using var connection = Connect(new LoopbackProtocol(), TokenSource.FromCallback(() => null), transport);
        Should.Throw<InvalidOperationException>(() => connection.Send(Request, CancellationToken.None));
        transport.Requests.ShouldBeEmpty();
    }

    private static ApiRequest<Reply> Request => new(new("reply", HttpMethod.Get, "/", ReplyJson.Default.Options, IsIdempotent: true));

    private static ApiConnection Connect(LoopbackProtocol protocol, TokenSource? token, StubTransport transport) =>
        new(protocol, new LoopbackClientOptions { BaseUrl = new Uri("http://h.test"), Token = token }, new HttpMessageInvoker(transport, disposeHandler: false));
}
