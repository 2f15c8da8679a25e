using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Aerostack.Tests.Support;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Tests.Storage;

public abstract partial class StorageSuite
{
    private protected static readonly string[] KeyPart = ["""Content-Disposition: form-data; name="key" """.Trim(), "", "a/b.bin"];
    private protected static readonly string[] TypePart = ["""Content-Disposition: form-data; name="contentType" """.Trim(), "", "image/jpeg"];
    private protected static readonly string[] FilePart =
        ["""Content-Disposition: form-data; name="file"; filename="example.file" """.Trim(), "Content-Type: application/octet-stream", "", "hello"];

    [Fact]
    public async Task The_parts_may_come_in_any_order()
    {
        foreach (var parts in (string[][][])[[KeyPart, TypePart, FilePart], [FilePart, KeyPart, TypePart], [TypePart, FilePart, KeyPart]])
        {
            (await SendRawAsync(parts)).ShouldBe(200);
            await ShouldHaveTypeAsync("a/b.bin", "image/jpeg");
            using var got = await GetAsync("a/b.bin");
            (await got.Content.ReadAsStringAsync(AerostackServer.Cancellation)).ShouldBe("hello");
        }
    }

    [Fact]
    public async Task The_field_wins_over_the_part_and_the_part_over_what_the_key_suggests()
    {
        await SendFormAsync(Form("a.png", [1], "image/webp", "image/gif"));
        await ShouldHaveTypeAsync("a.png", "image/webp");
        await SendFormAsync(Form("a.png", [1], null, "image/gif"));
        await ShouldHaveTypeAsync("a.png", "image/gif");
        await SendFormAsync(Form("a.png", [1]));
        await ShouldHaveTypeAsync("a.png", "image/png");
        await SendFormAsync(Form("a.unknown", [1]));
        await ShouldHaveTypeAsync("a.unknown", "application/octet-stream");
    }

    [Fact]
    public async Task A_file_without_a_part_that_it_needs_is_refused()
    {
        (await SendRawAsync([KeyPart])).ShouldBlame("file");
        (await SendRawAsync([FilePart])).ShouldBlame("key");
        (await SendRawAsync([KeyPart, FilePart, FilePart])).ShouldBeRefused(400, "VALIDATION_ERROR");
        (await SendRawAsync([KeyPart, ["""Content-Disposition: form-data; name="contentType" """.Trim(), "", "no type\u00e9"], FilePart])).ShouldBlame("contentType");
        await ShouldHaveNothingAsync();
    }

    [Fact]
    public async Task What_is_not_a_form_is_refused_with_415()
    {
        (await First.PostAsync($"{Storage}/upload", """{"key":"a","file":"x"}""")).ShouldBeRefused(415, "VALIDATION_ERROR");
        (await SendFormAsync(new ByteArrayContent([1, 2, 3]))).ShouldBeRefused(415, "VALIDATION_ERROR");
    }

    [Fact]
    public async Task A_form_that_ends_before_its_last_boundary_is_refused_and_leaves_nothing()
    {
        var whole = Raw([KeyPart, FilePart]);
        foreach (var length in (int[])[0, 10, whole.Length / 2, whole.Length - 12])
        {
            var form = new ByteArrayContent(Encoding.UTF8.GetBytes(whole)[..length]);
            form.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=B");
            (await SendFormAsync(form)).ShouldBeRefused(400, "VALIDATION_ERROR");
        }

        await ShouldHaveNothingAsync();
    }

    [Theory]
    [InlineData("..a/b..", "..a/b..")]
    [InlineData("/a", "a")]
    [InlineData("//a", "/a")]
    [InlineData("A", "A")]
    [InlineData("projects/x/a", "projects/x/a")]
    public async Task Other_keys_are_opaque_but_for_one_slash_before_them(string key, string kept)
    {
        await UploadAsync(key, [1]);

        (await First.PostAsync($"{Storage}/list")).Json["objects"]![0]!["key"]!.GetValue<string>().ShouldBe(kept);
        using var got = await Server.Http.GetAsync(
            (await First.PostAsync($"{Storage}/getUrl", $$"""{"key":"{{kept.Insert(0, "/")}}"}""")).ShouldBe(200).Json["url"]!.GetValue<string>(), AerostackServer.Cancellation);
        ((int)got.StatusCode).ShouldBe(200);
    }

    [Fact]
    public async Task A_key_of_1024_bytes_is_taken_and_a_longer_one_is_not()
    {
        await UploadAsync(new string('ß', 512), [1]);

        (await SendFormAsync(Form(new string('ß', 512) + "a", [1]))).ShouldBlame("key");
    }

    [Fact]
    public async Task A_file_at_the_limit_is_taken_and_a_larger_one_is_refused_with_413_and_leaves_nothing()
    {
        (await SendFormAsync(Form("large", new byte[ObjectLimit + 1]))).ShouldBeRefused(413, "VALIDATION_ERROR")
            .Json["details"]!["reason"]!.GetValue<string>().ShouldBe("file_too_large");
        await ShouldHaveNothingAsync();

        (await SendFormAsync(Form("large", new byte[ObjectLimit]))).ShouldBe(200);
    }

    [Fact]
    public async Task A_request_that_is_far_too_large_is_refused_before_it_is_read()
    {
        var reply = await SendFormAsync(Form("large", new byte[ObjectLimit + 200_000]));

        reply.ShouldBeRefused(413, "VALIDATION_ERROR");
        await ShouldHaveNothingAsync();
    }

    [Fact]
    public async Task A_project_has_so_much_room_and_gets_it_back()
    {
        await UploadAsync("a", new byte[ObjectLimit]);
        (await SendFormAsync(Form("b", new byte[ObjectLimit]))).ShouldBeRefused(413, "VALIDATION_ERROR")
            .Json["details"]!["reason"]!.GetValue<string>().ShouldBe("quota_exceeded");
        (await First.PostAsync($"{Storage}/copy", """{"sourceKey":"a","destKey":"b"}""")).ShouldBeRefused(413, "VALIDATION_ERROR");

        await UploadAsync("a", new byte[500_000]);
        await UploadAsync("b", new byte[ObjectLimit]);
        (await First.PostAsync($"{Storage}/move", """{"sourceKey":"b","destKey":"c"}""")).ShouldBe(200);
        (await First.PostAsync($"{Storage}/delete", """{"key":"c"}""")).ShouldBe(200);
        await UploadAsync("d", new byte[ObjectLimit]);

        var other = await First.OtherProjectAsync();
        (await SendFormAsync(Form("a", new byte[ObjectLimit]), other.Key)).ShouldBe(200);
    }

    private protected static string Raw(IEnumerable<string[]> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
            text.Append("--B\r\n").AppendJoin("\r\n", part).Append("\r\n");
        return text.Append("--B--\r\n").ToString();
    }

    private protected Task<Reply> SendRawAsync(IEnumerable<string[]> parts)
    {
        var form = new ByteArrayContent(Encoding.UTF8.GetBytes(Raw(parts)));
        form.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=B");
        return SendFormAsync(form);
    }

    private protected async Task ShouldHaveTypeAsync(string key, string type) =>
        (await First.PostAsync($"{Storage}/getMetadata", $$"""{"key":"{{key}}"}""")).ShouldBe(200).Json["contentType"]!.GetValue<string>().ShouldBe(type);

    private protected async Task ShouldHaveNothingAsync()
    {
        (await First.PostAsync($"{Storage}/list")).ShouldAnswer("""{"objects":[],"truncated":false}""");
        var waiting = await Server.Services.GetRequiredService<IStore>().ReadAsync(
            session => session.QueryIntegerAsync($"SELECT COUNT(*) FROM blobs WHERE remove_at > {Server.Clock.GetUtcNow()}"), AerostackServer.Cancellation);
        waiting.ShouldBe(0, "what was refused is to be removed at once");
    }
}
