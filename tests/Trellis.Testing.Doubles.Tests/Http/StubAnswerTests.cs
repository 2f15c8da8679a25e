using System.Net;

namespace Trellis.Testing.Doubles.Tests.Http;

public sealed class StubAnswerTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Headers_reach_the_response_or_its_content()
    {
        using var response = await GetAsync(StubAnswer.Json("{}").WithHeader("Retry-After", "5").WithHeader("Content-Language", "en"));
        response.Headers.GetValues("Retry-After").ShouldBe(["5"]);
        response.Content.Headers.ContentLanguage.ShouldBe(["en"]);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
    }

    [Fact]
    public async Task A_header_with_any_value_passes_unvalidated()
    {
        using var response = await GetAsync(StubAnswer.Status(429).WithHeader("Retry-After", "soon"));
        response.Headers.NonValidated["Retry-After"].ToString().ShouldBe("soon");
    }

    [Fact]
    public async Task The_content_type_can_be_replaced()
    {
        using var response = await GetAsync(StubAnswer.Json("{}").WithHeader("content-type", "text/html"));
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/html");
    }

    [Fact]
    public async Task Bytes_arrive_as_they_are()
    {
        using var response = await GetAsync(StubAnswer.Bytes([0xff, 0x00, 0xfe]));
        (await response.Content.ReadAsByteArrayAsync(Token)).ShouldBe([0xff, 0x00, 0xfe]);
    }

    [Fact]
    public async Task An_answer_can_be_given_twice()
    {
        var answer = StubAnswer.Text("again");
        (await (await GetAsync(answer)).Content.ReadAsStringAsync(Token)).ShouldBe("again");
        (await (await GetAsync(answer)).Content.ReadAsStringAsync(Token)).ShouldBe("again");
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.NameResolutionError)]
    [InlineData(HttpRequestError.SecureConnectionError)]
    public async Task A_connection_failure_names_its_kind(HttpRequestError error)
    {
        var failure = await Should.ThrowAsync<HttpRequestException>(() => GetAsync(StubAnswer.ConnectFailure(error)));
        failure.HttpRequestError.ShouldBe(error);
    }

    [Fact]
    public async Task A_peer_that_hangs_up_ends_the_response()
    {
        var failure = await Should.ThrowAsync<HttpRequestException>(() => GetAsync(StubAnswer.HangUp()));
        failure.HttpRequestError.ShouldBe(HttpRequestError.ResponseEnded);
    }

    [Fact]
    public async Task Silence_lasts_until_the_caller_gives_up()
    {
        using var source = new CancellationTokenSource();
        var call = GetAsync(StubAnswer.Silence(), source.Token);
        call.IsCompleted.ShouldBeFalse();
        await source.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task Silence_lasts_for_a_synchronous_caller_too()
    {
        var clock = new ManualTimeProvider();
        using var transport = new StubTransport(StubAnswer.Silence());
        using var client = transport.CreateClient("https://api.test");
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30), clock);
        var call = Task.Run(() => client.Send(new HttpRequestMessage(HttpMethod.Get, "/x"), deadline.Token), Token);
        clock.Advance(TimeSpan.FromSeconds(30));
        await Should.ThrowAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task A_cut_body_delivers_its_beginning_and_then_fails()
    {
        using var response = await GetAsync(StubAnswer.Text("0123456789").CutAfter(4));
        await using var stream = await response.Content.ReadAsStreamAsync(Token);
        var buffer = new byte[16];
        (await stream.ReadAsync(buffer, Token)).ShouldBe(4);
        (await Should.ThrowAsync<HttpIOException>(() => stream.ReadExactlyAsync(buffer, Token).AsTask()))
            .HttpRequestError.ShouldBe(HttpRequestError.ResponseEnded);
        Should.Throw<HttpIOException>(() => stream.ReadExactly(buffer));
    }

    [Fact]
    public async Task A_stalled_body_hangs_until_it_is_cancelled()
    {
        using var response = await GetAsync(StubAnswer.Text("0123456789").StallAfter(4));
        await using var stream = await response.Content.ReadAsStreamAsync(Token);
        using var source = new CancellationTokenSource();
        var buffer = new byte[16];
        (await stream.ReadAsync(buffer, Token)).ShouldBe(4);
        var read = stream.ReadAsync(buffer, source.Token).AsTask();
        read.IsCompleted.ShouldBeFalse();
        await source.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => read);
    }

    [Fact]
    public async Task A_stalled_read_is_freed_when_the_response_is_disposed()
    {
        var response = await GetAsync(StubAnswer.Text("0123456789").StallAfter(0));
        var stream = await response.Content.ReadAsStreamAsync(Token);
        var read = stream.ReadExactlyAsync(new byte[16], Token).AsTask();
        response.Dispose();
        await Should.ThrowAsync<HttpIOException>(() => read);
    }

    [Fact]
    public async Task A_body_cut_before_its_end_breaks_a_buffering_caller()
    {
        using var transport = new StubTransport(StubAnswer.Json("""{"keys":[]}""").CutAfter(3));
        using var client = transport.CreateClient("https://api.test");
        await Should.ThrowAsync<HttpRequestException>(() => client.GetStringAsync("/x", Token));
    }

    private static async Task<HttpResponseMessage> GetAsync(StubAnswer answer, CancellationToken cancellationToken = default)
    {
        using var transport = new StubTransport(answer);
        using var client = transport.CreateClient("https://api.test");
        return await client.GetAsync("/x", HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }
}
