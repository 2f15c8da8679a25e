using System.Text;
using Trellis.Testing;

namespace Trellis.Cli.Tests.Aerostack.Storage;

public sealed class StorageTests : IDisposable
{
    private const string Stored = """{"url":"https://cdn.example/a.txt?s=1"}""";

    private readonly string _directory = Directory.CreateTempSubdirectory("trellis-storage").FullName;

    private string Here(string name) => Path.Combine(_directory, name);

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task A_file_is_uploaded_under_its_key()
    {
        await File.WriteAllTextAsync(Here("july.txt"), "the report", TestContext.Current.CancellationToken);
        var cli = AerostackCli.Create(Answers.Ok(Stored));
        var result = await cli.AerostackAsync("storage", "put", Here("july.txt"), "reports/july.txt");
        result.ExitCode.ShouldBe(0);
        result.Output.ShouldContain("https://cdn.example/a.txt?s=1");
        result.Error.ShouldBe("Uploading july.txt ...\n");
        cli.Transport.LastRequest.BodyText.ShouldContain("reports/july.txt");
        cli.Transport.LastRequest.BodyText.ShouldContain("Content-Type: text/plain\r\n\r\nthe report\r\n");
    }

    [Fact]
    public async Task What_is_piped_in_is_uploaded_with_the_type_that_is_said()
    {
        var cli = AerostackCli.WithInput("piped", Answers.Ok(Stored));
        (await cli.AerostackAsync("storage", "put", "-", "backups/today", "--content-type", "text/x-sql", "-o", "json")).Json()["url"].ShouldNotBeNull();
        cli.Transport.LastRequest.BodyText.ShouldContain("text/x-sql");
        cli.Transport.LastRequest.BodyText.ShouldContain("filename=\"today\"");
        cli.Transport.LastRequest.BodyText.ShouldContain("\r\n\r\npiped\r\n");
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_a_usage_error()
    {
        var cli = AerostackCli.Create();
        var result = await cli.AerostackAsync("storage", "put", Here("none"), "k");
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain("file cannot be read");
        cli.Transport.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_is_downloaded_and_replaces_what_was_there()
    {
        await File.WriteAllTextAsync(Here("july.txt"), "an older and longer report", TestContext.Current.CancellationToken);
        var cli = AerostackCli.Create(StubAnswer.Text("the report", "text/plain").WithHeader("ETag", "\"e\""));
        var result = await cli.AerostackAsync("storage", "get", "reports/july.txt", Here("july.txt"), "-o", "json");
        result.ExitCode.ShouldBe(0, result.Error);
        result.Json()["bytes"]!.GetValue<int>().ShouldBe(10);
        (await File.ReadAllTextAsync(Here("july.txt"), TestContext.Current.CancellationToken)).ShouldBe("the report");
        Directory.GetFiles(_directory).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_download_to_standard_output_prints_nothing_else()
    {
        var result = await AerostackCli.Create(StubAnswer.Text("the report")).AerostackAsync("storage", "get", "reports/july.txt", "-");
        result.Output.ShouldBe("the report");
        result.Error.ShouldBe("Downloading july.txt ...\n");
    }

    [Fact]
    public async Task A_download_that_breaks_off_leaves_what_was_there()
    {
        await File.WriteAllTextAsync(Here("july.txt"), "old", TestContext.Current.CancellationToken);
        var cut = StubAnswer.Bytes(Encoding.UTF8.GetBytes("the report"), "text/plain").CutAfter(4);
        var result = await AerostackCli.Create(cut).AerostackAsync("storage", "get", "reports/july.txt", Here("july.txt"));
        result.ExitCode.ShouldBe(4);
        (await File.ReadAllTextAsync(Here("july.txt"), TestContext.Current.CancellationToken)).ShouldBe("old");
        Directory.GetFiles(_directory).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_file_that_the_project_lacks_exits_with_6_and_leaves_nothing()
    {
        var result = await AerostackCli
            .Create(StubAnswer.Json(404, """{"code":"VALIDATION_ERROR","message":"There is no such file."}"""))
            .AerostackAsync("storage", "get", "none", Here("none"));
        result.ExitCode.ShouldBe(6);
        Directory.GetFiles(_directory).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_folder_is_no_place_for_a_file()
    {
        var cli = AerostackCli.Create();
        var result = await cli.AerostackAsync("storage", "get", "a", _directory);
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain("is a folder");
        cli.Transport.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_list_shows_sizes_for_people()
    {
        var cli = AerostackCli.Create(Answers.Ok(
            """{"objects":[{"key":"a.txt","size":2147483648,"contentType":"text/plain","lastModified":"2026-08-01T00:00:00Z"}],"truncated":false}"""));
        var result = await cli.AerostackAsync("storage", "ls", "a");
        result.Output.ShouldBe("""
            Files

            Key       Size  Type        Modified
            ─────  ───────  ──────────  ─────────────────────────
            a.txt  2.0 GiB  text/plain  2026-08-01T00:00:00+00:00

            """);
        cli.Transport.LastRequest.BodyText.ShouldBe("""{"prefix":"a","limit":1000}""");
    }

    [Theory]
    [InlineData("/v1/storage/copy", "cp")]
    [InlineData("/v1/storage/move", "mv")]
    public async Task A_file_gets_another_key(string path, string command)
    {
        var cli = AerostackCli.Create(Answers.Ok("""{"success":true,"url":"https://cdn.example/b"}"""));
        (await cli.AerostackAsync("storage", command, "a", "b")).Json()["success"]!.GetValue<bool>().ShouldBeTrue();
        cli.Transport.LastRequest.Path.ShouldBe(path);
        cli.Transport.LastRequest.BodyText.ShouldBe("""{"sourceKey":"a","destKey":"b"}""");
    }

    [Fact]
    public async Task Files_are_deleted_one_after_the_other()
    {
        var cli = AerostackCli.Create(Answers.Ok("""{"success":true}"""), Answers.Ok("""{"success":true}"""));
        (await cli.AerostackAsync("storage", "rm", "a", "b")).Json().ToJsonString().ShouldBe("""{"deleted":["a","b"]}""");
        cli.Transport.Requests.Select(static request => request.BodyText).ShouldBe(["""{"key":"a"}""", """{"key":"b"}"""]);
    }

    [Fact]
    public async Task An_address_is_printed_alone()
    {
        var cli = AerostackCli.Create(Answers.Ok(Stored));
        (await cli.AerostackAsync("storage", "url", "a.txt", "--expires-in", "600")).Output.ShouldBe("https://cdn.example/a.txt?s=1\n");
        cli.Transport.LastRequest.BodyText.ShouldBe("""{"key":"a.txt","expiresIn":600}""");
    }

    [Theory]
    [InlineData("""{"exists":true,"size":10,"contentType":"text/plain","etag":"e"}""", 0)]
    [InlineData("""{"exists":false}""", 6)]
    public async Task The_exit_code_tells_whether_there_is_a_file(string answer, int exitCode) =>
        (await AerostackCli.Create(Answers.Ok(answer)).AerostackAsync("storage", "stat", "a.txt")).ExitCode.ShouldBe(exitCode);

    [Fact]
    public async Task On_a_terminal_a_bar_is_shown_and_goes_away()
    {
        var result = await AerostackCli.OnTerminal(StubAnswer.Text("the report")).AerostackAsync("storage", "get", "july.txt", "-");
        result.Error.ShouldStartWith("\r\e[KDownloading july.txt ");
        result.Error.ShouldEndWith("\r\e[K");
    }
}
