namespace Trellis.Server.Tests.Cli;

public sealed class PrecedenceTests
{
    private const string FromFile = "http://127.0.0.2:0";
    private const string FromEnvironment = "http://127.0.0.3:0";
    private const string FromFlag = "http://127.0.0.4:0";

    [Fact]
    public async Task A_flag_wins_over_a_variable_and_the_file() =>
        (await HostAsync(new() { ["TRELLIS_URLS"] = FromEnvironment }, "--urls", FromFlag)).ShouldBe("127.0.0.4");

    [Fact]
    public async Task A_variable_wins_over_the_file() => (await HostAsync(new() { ["TRELLIS_URLS"] = FromEnvironment })).ShouldBe("127.0.0.3");

    [Fact]
    public async Task The_file_wins_over_the_default() => (await HostAsync([])).ShouldBe("127.0.0.2");

    [Fact]
    public async Task An_empty_variable_counts_as_unset() => (await HostAsync(new() { ["TRELLIS_URLS"] = "" })).ShouldBe("127.0.0.2");

    [Fact]
    public async Task The_variable_that_names_the_data_directory_is_heard()
    {
        using var data = new TemporaryDirectory();
        await using var server = await ServerProcess.StartAsync(1, new() { ["TRELLIS_DATA"] = data.Path }, "--urls", FromFlag);
        File.Exists(data.File("credentials.json")).ShouldBeTrue();
    }

    [Fact]
    public async Task The_default_data_directory_is_the_platforms_application_data()
    {
        using var home = new TemporaryDirectory();
        await using var server = await ServerProcess.StartAsync(1, new() { ["XDG_DATA_HOME"] = home.Path }, "--urls", FromFlag);
        File.Exists(home.File("trellis/credentials.json")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_file_that_is_not_JSON_is_named_and_ends_the_process_with_two()
    {
        using var data = new TemporaryDirectory();
        await File.WriteAllTextAsync(data.File("trellis.json"), "{ urls", TestContext.Current.CancellationToken);
        var result = await ServerCommand.RunAsync("--data", data.Path);
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain("trellis.json");
    }

    private static async Task<string> HostAsync(Dictionary<string, string> environment, params string[] flags)
    {
        using var data = new TemporaryDirectory();
        await File.WriteAllTextAsync(data.File("trellis.json"), $$"""{"urls":["{{FromFile}}"]}""", TestContext.Current.CancellationToken);
        await using var server = await ServerProcess.StartAsync(1, environment, ["--data", data.Path, .. flags]);
        return server.Urls[0].Host;
    }
}
