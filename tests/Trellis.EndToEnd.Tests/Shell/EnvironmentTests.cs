using Trellis.Askii;
using Trellis.EndToEnd.Tests.Programs;
using Trellis.EndToEnd.Tests.Servers;

namespace Trellis.EndToEnd.Tests.Shell;

/// <summary>The README's way from a fresh server to a first call: <c>eval "$(trellis-server env)"</c> in a real shell.</summary>
public sealed class EnvironmentTests(SharedServer server)
{
    private const string Bash = "/bin/bash";

    [Fact]
    public async Task The_client_takes_everything_from_the_variables_that_the_shell_was_given()
    {
        var variables = (await RunAsync("""printf '%s\n' "$ASKII_BASE_URL" "$ASKII_TOKEN" """)).Split('\n');
        using var askii = FromEnvironment(variables[0], variables[1]);
        (await askii.Models.ListAsync()).Models.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task The_command_line_works_in_that_shell_without_another_word()
    {
        var output = await RunAsync(
            """
            "$TRELLIS_PROGRAM" askii keys provision --alias from-the-shell > /dev/null
            "$TRELLIS_PROGRAM" askii keys list --output json
            "$TRELLIS_PROGRAM" askii keys revoke --key from-the-shell > /dev/null
            """);
        output.ShouldContain("from-the-shell");
    }

    [Fact]
    public async Task A_data_directory_with_spaces_and_quotes_in_its_name_survives_the_shell()
    {
        using var data = new DataFolder();
        var directory = Directory.CreateDirectory(data.File("it's \"my\" $HOME `data`")).FullName;
        File.Copy(server.Data.File("credentials.json"), Path.Combine(directory, "credentials.json"));

        (await RunAsync("""printf '%s' "$ASKII_TOKEN" """, directory)).Trim().ShouldBe(server.Process.DeveloperToken);
    }

    private static AskiiClient FromEnvironment(string url, string token)
    {
        try
        {
            Environment.SetEnvironmentVariable(AskiiClientOptions.BaseUrlVariable, url);
            Environment.SetEnvironmentVariable(AskiiClientOptions.TokenVariable, token);
            return new AskiiClient();
        }
        finally
        {
            Environment.SetEnvironmentVariable(AskiiClientOptions.BaseUrlVariable, null);
            Environment.SetEnvironmentVariable(AskiiClientOptions.TokenVariable, null);
        }
    }

    private async Task<string> RunAsync(string commands, string? directory = null)
    {
        Assert.SkipUnless(File.Exists(Bash), $"There is no shell at {Bash}. Install bash.");
        var script = $"""
            set -eu
            eval "$("$TRELLIS_SERVER_PROGRAM" env --data "$TRELLIS_TEST_DATA")"
            {commands}
            """;
        var variables = new Dictionary<string, string>
        {
            ["TRELLIS_SERVER_PROGRAM"] = BuiltPrograms.Server,
            ["TRELLIS_PROGRAM"] = BuiltPrograms.CommandLine,
            ["TRELLIS_TEST_DATA"] = directory ?? server.Data.Path,
        };
        return (await ProgramRun.OfAsync(Bash, ["-c", script], variables)).Succeeded();
    }
}
