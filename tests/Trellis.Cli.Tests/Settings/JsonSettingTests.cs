using Trellis.Cli.Tests.Ascend;

namespace Trellis.Cli.Tests.Settings;

public sealed class JsonSettingTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task It_is_written_out()
    {
        var cli = AscendCli.Create(Answers.Ok(AscendAnswers.Logged));
        (await RunAsync(cli, """{"rows": 1}""")).ExitCode.ShouldBe(0);
        cli.Transport.LastRequest.BodyText.ShouldContain("\"result\": {\"rows\": 1}");
    }

    [Fact]
    public async Task It_is_read_from_a_file()
    {
        await File.WriteAllTextAsync(_file, """{"rows": 2}""", TestContext.Current.CancellationToken);
        var cli = AscendCli.Create(Answers.Ok(AscendAnswers.Logged));
        (await RunAsync(cli, $"@{_file}")).ExitCode.ShouldBe(0);
        cli.Transport.LastRequest.BodyText.ShouldContain("\"result\": {\"rows\": 2}");
    }

    [Fact]
    public async Task It_is_read_from_what_is_piped_in()
    {
        var cli = AscendCli.WithInput("""{"rows": 3}""", Answers.Ok(AscendAnswers.Logged));
        (await RunAsync(cli, "-")).ExitCode.ShouldBe(0);
        cli.Transport.LastRequest.BodyText.ShouldContain("\"result\": {\"rows\": 3}");
    }

    [Fact]
    public async Task It_is_read_from_its_variable()
    {
        var cli = AscendCli.Create(Answers.Ok(AscendAnswers.Logged));
        cli.Variables["TRELLIS_ASCEND_RESULT"] = """{"rows": 4}""";
        (await cli.AscendAsync("complete", "1547")).ExitCode.ShouldBe(0);
        cli.Transport.LastRequest.BodyText.ShouldContain("\"result\": {\"rows\": 4}");
    }

    [Theory]
    [InlineData("rows")]
    [InlineData("[1]")]
    [InlineData("null")]
    [InlineData("""{"a": 1, "a": 2}""")]
    [InlineData("""{"a": 1""")]
    [InlineData("-")]
    [InlineData("@no-such-file.json")]
    [InlineData("@")]
    public async Task What_is_no_object_is_a_usage_error_before_any_request(string value)
    {
        var cli = AscendCli.Create();
        var result = await RunAsync(cli, value);
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldStartWith("usage error: --result ");
        cli.Transport.Requests.ShouldBeEmpty();
    }

    private static Task<CliResult> RunAsync(InProcessCli cli, string result) => cli.AscendAsync("complete", "1547", "--result", result);
}
