using System.Text.Json.Nodes;

namespace Trellis.EndToEnd.Tests.Akshi;

/// <summary>The command line as a process, against the real runtime.</summary>
public sealed class CommandLineTests(RuntimeServer runtime)
{
    [Theory]
    [InlineData("health")]
    [InlineData("status")]
    [InlineData("status", "log watcher")]
    [InlineData("grants", "list", "--status", "all")]
    [InlineData("approvals", "list", "--status", "all")]
    [InlineData("tasks", "list")]
    [InlineData("events", "--count", "1")]
    [InlineData("logs", "--lines", "1")]
    [InlineData("findings", "post", "--source", "a shell", "--summary", "said so")]
    [InlineData("tasks", "create", "--to", "worker", "--input", "[1]")]
    [InlineData("reload", "--agent", "worker")]
    public async Task Every_command_works_as_a_table_and_as_JSON(params string[] arguments)
    {
        (await runtime.CommandLineAsync(arguments)).Succeeded().ShouldNotBeEmpty();
        JsonNode.Parse((await runtime.CommandLineAsync([.. arguments, "-o", "json"])).Succeeded()).ShouldNotBeNull();
    }

    [Fact]
    public async Task What_was_posted_is_found_after_the_number_before_it()
    {
        var receipt = JsonNode.Parse((await runtime.CommandLineAsync(
            "findings", "post", "--records", """[{"source":"a script","severity":"critical","summary":"one"},{"source":"a script","severity":"info","summary":"two"}]""", "-o", "json"))
            .Succeeded())!;
        var before = receipt["seqs"]![0]!.GetValue<long>() - 1;
        var findings = (await runtime.CommandLineAsync("findings", "--since", $"{before}", "--agent", "a script", "--severity", "high")).Succeeded();
        findings.ShouldEndWith("one\n");
        findings.ShouldNotContain("two");
    }

    [Fact]
    public async Task A_refusal_has_its_exit_code()
    {
        (await runtime.CommandLineAsync("tasks", "create", "--to", "log watcher", "--input", "1")).ExitCode.ShouldBe(10);
        (await runtime.CommandLineAsync("tasks", "get", "nothing")).ExitCode.ShouldBe(6);
        (await runtime.CommandLineAsync("approvals", "approve", "nothing")).ExitCode.ShouldBe(6);
        (await runtime.CommandLineAsync("findings", "post", "--records", """[{"source":"a","severity":"dire","summary":"s"}]""")).ExitCode.ShouldBe(3);
        (await runtime.CommandLineAsync("status", "--token", "akshi_wrong")).ExitCode.ShouldBe(2);
        (await runtime.CommandLineAsync("health", "--url", "http://127.0.0.1:9")).ExitCode.ShouldBe(4);
    }
}
