using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Trellis.EndToEnd.Tests.Programs;

namespace Trellis.EndToEnd.Tests.Aerostack.CommandLine;

/// <summary>The command line in a real shell, after <c>eval "$(trellis-server env)"</c> and without another word.</summary>
public sealed class ShellTests(ProjectServer server)
{
    private const string Bash = "/bin/bash";

    [Fact]
    public async Task Every_group_of_commands_works()
    {
        var output = await RunAsync(
            """
            trellis() { "$TRELLIS_PROGRAM" aerostack "$@"; }
            trellis db query 'create table if not exists shell_people (name text)'
            trellis db query 'insert into shell_people values (?)' --params '["Ada"]'
            trellis db query 'select name from shell_people' -o json
            trellis cache set shell:greeting 'Good morning' --text > /dev/null
            trellis cache get shell:greeting
            trellis cache list shell: -o json
            trellis queue enqueue shell-job --data '{"n": 1}' > /dev/null
            trellis queue take --type shell-job -o json > job.json
            trellis queue jobs --type shell-job --status processing
            printf 'the report' | trellis storage put - shell/report.txt > /dev/null
            trellis storage cp shell/report.txt shell/copy.txt > /dev/null
            trellis storage mv shell/copy.txt shell/moved.txt > /dev/null
            trellis storage ls shell/
            trellis storage get shell/moved.txt -
            trellis storage rm shell/report.txt shell/moved.txt
            trellis auth signup shell@example.com --password Correct-horse-7 > /dev/null
            trellis auth signin shell@example.com --password Correct-horse-7 -o table
            trellis ai chat 'How are you?'
            """);
        output.ShouldContain("1 row changed");
        output.ShouldContain("\"name\": \"Ada\"");
        output.ShouldContain("Good morning");
        output.ShouldContain("shell-job");
        output.ShouldContain("shell/moved.txt");
        output.ShouldContain("the report");
        output.ShouldContain("shell@example.com");
        output.ShouldContain("You said: How are you?");
    }

    [Fact]
    public async Task A_file_goes_up_and_down_as_it_is()
    {
        var project = await server.NewProjectAsync();
        var (file, copy) = (server.Data.File($"{project.Slug}.bin"), server.Data.File($"{project.Slug}.copy"));
        await File.WriteAllBytesAsync(file, RandomNumberGenerator.GetBytes(3_000_000), TestContext.Current.CancellationToken);

        (await project.CommandLineAsync("storage", "put", file, "big.bin")).Succeeded();
        var download = JsonNode.Parse((await project.CommandLineAsync("storage", "get", "big.bin", copy, "-o", "json")).Succeeded())!;

        download["bytes"]!.GetValue<int>().ShouldBe(3_000_000);
        (await File.ReadAllBytesAsync(copy, TestContext.Current.CancellationToken))
            .ShouldBe(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_refusal_has_its_exit_code_and_the_servers_words()
    {
        var project = await server.NewProjectAsync();
        var refused = await project.CommandLineAsync("db", "query", "attach database 'x' as y");
        refused.ExitCode.ShouldBe(3);
        refused.Errors.ShouldContain("reason: not_allowed");
        (await project.CommandLineAsync("storage", "get", "none", "-")).ExitCode.ShouldBe(6);
        (await project.CommandLineAsync("cache", "get", "k", "--api-key", "ac_secret_wrong")).ExitCode.ShouldBe(2);
        (await project.CommandLineAsync("cache", "get", "k", "--url", "http://127.0.0.1:9/v1")).ExitCode.ShouldBe(4);
    }

    private async Task<string> RunAsync(string commands)
    {
        Assert.SkipUnless(File.Exists(Bash), $"There is no shell at {Bash}. Install bash.");
        var script = $"""
            set -eu -o pipefail
            eval "$("$TRELLIS_SERVER_PROGRAM" env --data "$TRELLIS_TEST_DATA")"
            {commands}
            """;
        var variables = new Dictionary<string, string>
        {
            ["TRELLIS_SERVER_PROGRAM"] = BuiltPrograms.Server,
            ["TRELLIS_PROGRAM"] = BuiltPrograms.CommandLine,
            ["TRELLIS_TEST_DATA"] = server.Data.Path,
        };
        return (await ProgramRun.OfAsync(Bash, ["-c", script], variables, server.Data.Path)).Succeeded();
    }
}
