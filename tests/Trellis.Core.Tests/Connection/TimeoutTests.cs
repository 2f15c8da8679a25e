using Trellis.Tests.Connection.Loopback;

namespace Trellis.Tests.Connection;

public sealed class TimeoutTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(150);

    [Theory]
    [BothForms]
    public async Task No_answer_is_the_attempts_timeout(Form form)
    {
        using var server = RawServer.Stalling();
        using var client = new LoopbackClient(server.Url, options => options.AttemptTimeout = Short);
        ShouldBeTimeout(await client.FailAsync(form), TimeoutKind.Attempt, Short);
    }

    [Theory]
    [BothForms]
    public async Task A_body_that_stalls_is_the_attempts_timeout(Form form)
    {
        using var server = RawServer.Stalling("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{");
        using var client = new LoopbackClient(server.Url, options => options.AttemptTimeout = Short);
        ShouldBeTimeout(await client.FailAsync(form), TimeoutKind.Attempt, Short);
    }

    [Theory]
    [BothForms]
    public async Task The_total_timeout_is_named_even_while_an_attempt_is_under_way(Form form)
    {
        using var server = RawServer.Stalling();
        using var client = new LoopbackClient(server.Url, options => options.TotalTimeout = Short);
        ShouldBeTimeout(await client.FailAsync(form), TimeoutKind.Total, Short);
    }

    [Theory]
    [BothForms]
    public async Task A_TLS_handshake_that_gets_no_answer_is_the_connect_timeout(Form form)
    {
        using var server = RawServer.Mute();
        using var client = new LoopbackClient(new UriBuilder(server.Url) { Scheme = "https" }.Uri, options => options.ConnectTimeout = Short);
        ShouldBeTimeout(await client.FailAsync(form), TimeoutKind.Connect, Short);
    }

    [Theory]
    [BothForms]
    public async Task A_TLS_handshake_longer_than_the_attempt_may_take_is_the_attempts_timeout(Form form)
    {
        using var server = RawServer.Mute();
        using var client = new LoopbackClient(new UriBuilder(server.Url) { Scheme = "https" }.Uri, options => options.AttemptTimeout = Short);
        ShouldBeTimeout(await client.FailAsync(form), TimeoutKind.Attempt, Short);
    }

    [Theory]
    [BothForms]
    public async Task The_own_timeout_of_a_callers_client_is_a_timeout_too(Form form)
    {
        using var server = RawServer.Stalling();
        using var http = new HttpClient { Timeout = Short };
        using var client = new LoopbackClient(server.Url, invoker: http);
        ShouldBeTimeout(await client.FailAsync(form), TimeoutKind.Attempt, Short);
    }

    private static void ShouldBeTimeout(LoopbackException error, TimeoutKind kind, TimeSpan limit)
    {
        error.Failure.Kind.ShouldBe(FailureKind.Timeout);
        error.Failure.Timeout.ShouldBe(kind);
        error.Failure.TimeoutValue.ShouldBe(limit);
    }
}
