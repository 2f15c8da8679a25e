using Trellis.Testing;

namespace Trellis.Ascend.Tests.Diagnostics;

public sealed class ConnectionTestTests
{
    private const string Health = """{"status":"healthy","version":"1.0.0","timestamp":"2026-01-15T10:30:00Z"}""";
    private const string Deployment = """{"version":"2.7.1","environment":"staging","commit":"abc"}""";

    [Fact]
    public async Task A_good_connection_tells_the_server_and_the_client()
    {
        using var ascend = new AscendFixture(Golden.Ok(Health), Golden.Ok(Deployment), Golden.Ok("{}"));
        var status = await ascend.Client.TestConnectionAsync();
        status.Connected.ShouldBeTrue();
        status["status"].ShouldBe("connected");
        status["api_version"].ShouldBe("2.7.1");
        status["environment"].ShouldBe("staging");
        status["agent_id"].ShouldBe("agent-1");
        status["fail_mode"].ShouldBe("closed");
        status["error"].ShouldBeNull();
        ascend.Transport.Requests.Select(request => request.Path).ShouldBe(["/health", "/api/deployment-info", "/api/sdk/health"]);
    }

    [Fact]
    public async Task A_bad_key_is_found_where_the_server_looks_at_it()
    {
        using var ascend = new AscendFixture(Golden.Ok(Health), Golden.Ok(Deployment), Golden.Error(401));
        var status = await ascend.Client.TestConnectionAsync();
        status.Connected.ShouldBeFalse();
        status.Status.ShouldBe("error");
        status.Exception.ShouldBeOfType<AscendAuthenticationException>();
        status.ApiVersion.ShouldBe("2.7.1");
    }

    [Fact]
    public async Task A_server_that_does_not_look_at_keys_there_is_connected()
    {
        using var ascend = new AscendFixture(Golden.Ok(Health), Golden.Error(404), Golden.Error(404));
        var status = await ascend.Client.TestConnectionAsync();
        status.Connected.ShouldBeTrue();
        status.ApiVersion.ShouldBe("1.0.0");
    }

    [Fact]
    public void A_server_that_is_not_there_throws_nothing()
    {
        using var ascend = new AscendFixture(null, new StubTransport(_ => StubAnswer.ConnectFailure()));
        var status = ascend.Client.TestConnection();
        status["status"].ShouldBe("error");
        status["api_version"].ShouldBe("unknown");
        status.Error.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void A_value_that_does_not_exist_is_an_error() =>
        Should.Throw<KeyNotFoundException>(() => new ConnectionStatus { Connected = true }["nothing"]);
}
