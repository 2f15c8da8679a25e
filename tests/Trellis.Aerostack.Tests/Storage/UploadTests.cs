using System.Text;
using Trellis.Testing;

namespace Trellis.Aerostack.Tests.Storage;

/// <summary>Contract section 6: the form of an upload.</summary>
public sealed class UploadTests
{
    [Fact]
    public async Task The_form_is_the_contracts_byte_for_byte_with_the_file_last()
    {
        using var aerostack = new AerostackFixture(Golden.Ok("""{"url":"https://cdn.aerostack.ai/projects/abc/avatars/user-123.jpg"}"""));
        var answer = await aerostack.Client.Storage.UploadAsync("avatars/user-123.jpg", new("example.file", Bytes("hello")), "image/jpeg");
        answer.Url.ShouldBe(new Uri("https://cdn.aerostack.ai/projects/abc/avatars/user-123.jpg"));
        Form(aerostack, out var boundary).ShouldBe(
            $"--{boundary}\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\navatars/user-123.jpg\r\n"
            + $"--{boundary}\r\nContent-Disposition: form-data; name=\"contentType\"\r\n\r\nimage/jpeg\r\n"
            + $"--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"example.file\"\r\nContent-Type: application/octet-stream\r\n\r\nhello\r\n"
            + $"--{boundary}--\r\n");
        aerostack.Transport.LastRequest.Header("Content-Length").ShouldBe($"{aerostack.Transport.LastRequest.Body.Length}");
    }

    [Fact]
    public void The_synchronous_form_sends_the_same()
    {
        using var aerostack = new AerostackFixture(Golden.Ok());
        aerostack.Client.Storage.Upload("k", new("f.png", Bytes("hello")));
        Form(aerostack, out _).ShouldContain("filename=\"f.png\"\r\nContent-Type: image/png\r\n\r\nhello\r\n");
        aerostack.LastBody.ShouldNotContain("contentType");
    }

    [Fact]
    public async Task A_files_own_media_type_wins_over_the_one_that_its_name_suggests()
    {
        using var aerostack = new AerostackFixture(Golden.Ok());
        await aerostack.Client.Storage.UploadAsync("k", new("f.png", Bytes("x"), "application/x-own"));
        Form(aerostack, out _).ShouldContain("Content-Type: application/x-own\r\n");
    }

    [Fact]
    public async Task Quotes_in_a_files_name_are_escaped_and_other_letters_are_raw()
    {
        using var aerostack = new AerostackFixture(Golden.Ok());
        await aerostack.Client.Storage.UploadAsync("\u00fc/\"k\"", new("a\"\u00e9\r\n.txt", Bytes("x")));
        Form(aerostack, out _).ShouldContain("filename=\"a%22\u00e9%0D%0A.txt\"\r\nContent-Type: text/plain");
        aerostack.LastBody.ShouldContain("\r\n\r\n\u00fc/\"k\"\r\n");
        aerostack.LastBody.ShouldNotContain("filename*");
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_file_without_a_name_is_refused_and_nothing_is_sent(string? name)
    {
        using var aerostack = new AerostackFixture();
        await Should.ThrowAsync<AerostackValidationException>(async () => await aerostack.Client.Storage.UploadAsync("k", new(name!, Bytes("x"))));
        await Should.ThrowAsync<AerostackValidationException>(async () => await aerostack.Client.Storage.UploadAsync("k", new("f", Bytes("x"), "a\r\nb")));
        aerostack.Transport.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_retry_sends_the_whole_stream_again_byte_for_byte()
    {
        using var aerostack = new AerostackFixture(options => options.Retries = new(new(1, 1, 1, 1000)), Golden.Error(503), Golden.Ok());
        using var file = Bytes("skipped and sent");
        file.Position = 12;
        var progress = new List<TransferProgress>();
        await aerostack.Client.Storage.UploadAsync("k", new("f", file), progress: new Recorder(progress));
        aerostack.Transport.Requests[0].BodyText.ShouldContain("\r\n\r\nsent\r\n");
        aerostack.Transport.Requests[1].Body.ToArray().ShouldBe(aerostack.Transport.Requests[0].Body.ToArray());
        progress.ShouldBe([new(4, 4), new(4, 4)]);
        file.CanRead.ShouldBeTrue();
    }

    [Fact]
    public async Task A_stream_that_cannot_seek_is_sent_without_a_length_and_once()
    {
        using var aerostack = new AerostackFixture(options => options.Retries = new(new(1, 1, 1, 1000)), Golden.Error(503));
        using var file = new OneWayStream(Bytes("once"));
        await Should.ThrowAsync<AerostackApiException>(() => aerostack.Client.Storage.UploadAsync("k", new("f", file)));
        aerostack.Transport.Requests.Count.ShouldBe(1);
        aerostack.LastBody.ShouldContain("\r\n\r\nonce\r\n");
    }

    private static string Form(AerostackFixture aerostack, out string boundary)
    {
        const string type = "multipart/form-data; boundary=";
        var contentType = aerostack.Transport.LastRequest.Header("Content-Type")!;
        contentType.ShouldStartWith(type);
        boundary = contentType[type.Length..];
        return aerostack.LastBody;
    }

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    private sealed class Recorder(List<TransferProgress> seen) : IProgress<TransferProgress>
    {
        public void Report(TransferProgress value) => seen.Add(value);
    }
}
