using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Trellis.Server.Tests.Cli;

public sealed class EnvTests
{
    private const string AwkwardToken = "it's $HOME `id` \"quoted\" \\ back\nline ’";

    [Fact]
    public async Task Bash_reads_back_exactly_what_was_written()
    {
        using var data = await DataAsync(new JsonObject { ["token"] = AwkwardToken });
        var printed = await ServerCommand.RunAsync("env", "--data", data.Path);
        printed.ExitCode.ShouldBe(0);
        (await EvaluateAsync(printed.Output, "$ASKII_BASE_URL|$ASKII_TOKEN")).ShouldBe($"http://127.0.0.1:8787|{AwkwardToken}");
    }

    [Fact]
    public async Task Json_is_one_object_of_variables()
    {
        using var data = await DataAsync(new JsonObject { ["token"] = AwkwardToken });
        var printed = JsonNode.Parse((await ServerCommand.RunAsync("env", "--data", data.Path, "--format", "json")).Output)!.AsObject();
        printed.Select(static member => member.Key).ShouldBe(["ASKII_BASE_URL", "ASKII_TOKEN"]);
        printed["ASKII_TOKEN"]!.GetValue<string>().ShouldBe(AwkwardToken);
    }

    [Fact]
    public async Task The_format_may_come_from_the_environment()
    {
        using var data = await DataAsync(new JsonObject { ["token"] = "t" });
        var printed = await ServerCommand.RunAsync(new Dictionary<string, string> { ["TRELLIS_FORMAT"] = "pwsh" }, "env", "--data", data.Path);
        printed.Output.ShouldBe("$env:ASKII_BASE_URL = 'http://127.0.0.1:8787'\n$env:ASKII_TOKEN = 't'\n");
    }

    [Fact]
    public async Task Without_credentials_it_ends_with_three_and_says_what_to_do()
    {
        using var data = new TemporaryDirectory();
        var result = await ServerCommand.RunAsync("env", "--data", data.Path);
        result.ExitCode.ShouldBe(3);
        result.Output.ShouldBeEmpty();
        result.Error.ShouldContain("Start the server");
    }

    [Fact]
    public async Task Credentials_that_are_not_JSON_are_refused_without_quoting_them()
    {
        using var data = new TemporaryDirectory();
        await File.WriteAllTextAsync(data.File("credentials.json"), "secret-text", TestContext.Current.CancellationToken);
        var result = await ServerCommand.RunAsync("env", "--data", data.Path);
        result.ExitCode.ShouldBe(3);
        result.Error.ShouldNotContain("secret-text");
    }

    private static async Task<TemporaryDirectory> DataAsync(JsonObject askii)
    {
        var data = new TemporaryDirectory();
        var credentials = new JsonObject { ["url"] = "http://127.0.0.1:8787", ["askii"] = askii };
        await File.WriteAllTextAsync(data.File("credentials.json"), credentials.ToJsonString(), TestContext.Current.CancellationToken);
        return data;
    }

    private static async Task<string> EvaluateAsync(string script, string expression)
    {
        using var bash = Process.Start(new ProcessStartInfo("bash", ["-c", $"eval \"$1\"; printf %s \"{expression}\"", "bash", script])
        {
            RedirectStandardOutput = true,
        })!;
        return await bash.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
