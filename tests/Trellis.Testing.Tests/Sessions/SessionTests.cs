using Trellis.Askii;

namespace Trellis.Testing.Tests.Sessions;

public sealed class SessionTests : IDisposable
{
    private const string Token = "sk-planted-0123456789abcdef0123456789abcdef";

    private readonly string _path = Path.GetTempFileName();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => File.Delete(_path);

    [Fact]
    public async Task What_was_recorded_against_a_server_plays_without_one()
    {
        await using (var trellis = await TrellisServer.StartAsync(cancellationToken: Cancellation))
        {
            using var recorder = new SessionRecorder(_path, new HttpClientHandler());
            using var askii = new AskiiClient(
                new AskiiClientOptions { BaseUrl = trellis.Url, Token = trellis.Credentials.Reveal("askii", "token") }, new HttpClient(recorder));
            await askii.Keys.ProvisionAsync(new ProvisionKeyRequest { KeyAlias = "first" }, cancellationToken: Cancellation);
            await askii.Keys.ListAsync(cancellationToken: Cancellation);
            (await File.ReadAllTextAsync(_path, Cancellation)).ShouldNotContain(trellis.Credentials.Reveal("askii", "token"));
        }

        using var player = new SessionPlayer(_path);
        using var offline = new AskiiClient(
            new AskiiClientOptions { BaseUrl = new Uri("http://nowhere.invalid"), Token = "another" }, new HttpClient(player));
        await offline.Keys.ProvisionAsync(new ProvisionKeyRequest { KeyAlias = "first" }, cancellationToken: Cancellation);
        (await offline.Keys.ListAsync(cancellationToken: Cancellation)).Keys.ShouldHaveSingleItem();
        player.Left.ShouldBeEmpty();
    }

    [Fact]
    public async Task Secrets_are_in_no_file()
    {
        var transport = new StubTransport(StubAnswer.Json($$"""{"api_key":"{{Token}}","note":"Bearer {{Token}}"}""").WithHeader("Set-Cookie", Token));
        using var recorder = new SessionRecorder(_path, transport);
        using var http = new HttpClient(recorder) { DefaultRequestHeaders = { { "Authorization", $"Bearer {Token}" } } };
        using var body = new StringContent($$"""{"mpass_token":"{{Token}}","text":"hello"}""", null, "application/json");
        using var answer = await http.PostAsync($"http://127.0.0.1/a?api_key={Token}&page=2", body, Cancellation);

        (await answer.Content.ReadAsStringAsync(Cancellation)).ShouldContain(Token, Case.Sensitive, "the program itself gets what was answered");
        var kept = await File.ReadAllTextAsync(_path, Cancellation);
        kept.ShouldNotContain("planted");
        kept.ShouldContain("hello");
        kept.ShouldContain("page=2");
    }

    [Fact]
    public async Task Bytes_that_are_no_text_come_back_as_they_were()
    {
        byte[] bytes = [0xff, 0x00, 0xfe, 0x80];
        using (var recorder = new SessionRecorder(_path, new StubTransport(StubAnswer.Bytes(bytes))))
        using (var http = new HttpClient(recorder))
            await http.GetByteArrayAsync("http://127.0.0.1/file", Cancellation);

        using var offline = new HttpClient(new SessionPlayer(_path));
        (await offline.GetByteArrayAsync("http://127.0.0.1/file", Cancellation)).ShouldBe(bytes);
    }

    [Fact]
    public async Task A_request_that_was_not_recorded_fails_with_what_is_left()
    {
        using (var recorder = new SessionRecorder(_path, new StubTransport(StubAnswer.Json("{}"))))
        using (var http = new HttpClient(recorder))
            await http.GetStringAsync("http://127.0.0.1/a?page=1", Cancellation);

        using var offline = new HttpClient(new SessionPlayer(_path));
        (await Should.ThrowAsync<UnrecordedRequestException>(() => offline.GetStringAsync("http://127.0.0.1/b", Cancellation)))
            .Message.ShouldContain("Left are: GET /a?page=1");
        await offline.GetStringAsync("http://127.0.0.1/a?page=1", Cancellation);
        (await Should.ThrowAsync<UnrecordedRequestException>(() => offline.GetStringAsync("http://127.0.0.1/a?page=1", Cancellation)))
            .Message.ShouldContain("all were given");
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"exchanges":[{}]}""")]
    public async Task A_file_that_is_no_session_is_refused(string content)
    {
        await File.WriteAllTextAsync(_path, content, Cancellation);
        Should.Throw<InvalidDataException>(() => new SessionPlayer(_path)).Message.ShouldStartWith($"'{_path}' is not a recorded session");
    }
}
