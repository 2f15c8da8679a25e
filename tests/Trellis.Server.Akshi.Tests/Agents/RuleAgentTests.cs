using Trellis.Server.Akshi.Tests.Support;

namespace Trellis.Server.Akshi.Tests.Agents;

public sealed class RuleAgentTests
{
    private const string Watch =
        """
        [[agents]]
        name = "watch"
        kind = "declarative"
        file_pattern = "src/**/*.cs"
        capabilities = ["filesystem"]
        [[agents.rules]]
        pattern = 'TODO'
        severity = "info"
        [[agents.rules]]
        pattern = 'password\s*='
        severity = "critical"
        summary = "A password in the source"
        ignore_case = true
        """;

    private const string Logs =
        """
        [[agents]]
        name = "logs"
        kind = "declarative"
        file_pattern = "logs/*.log"
        append_only = true
        capabilities = ["filesystem"]
        [[agents.rules]]
        pattern = '^ERROR'
        severity = "warning"
        """;

    [Fact]
    public async Task Rules_find_lines_without_any_model()
    {
        await using var world = await World.StartAsync(
            Watch,
            ("src/a.cs", "int x;\r\n  // TODO: now\r\nvar PassWord = 1; // TODO later\r\n"),
            ("src/deep/er/b.cs", "TODO at the end"),
            ("src/c.txt", "TODO"),
            ("other/d.cs", "TODO"));
        await world.RunsAsync("watch", 1);

        world.Told.ShouldBe(
            [
                "src/a.cs|info|// TODO: now",
                "src/a.cs|info|var PassWord = 1; // TODO later",
                "src/a.cs|critical|A password in the source",
                "src/deep/er/b.cs|info|TODO at the end",
            ]);
        world.Findings[0].Detail.ShouldBe("line 2: // TODO: now");
        world.Findings.ShouldAllBe(static finding => finding.Agent == "watch");
        world.Inference.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_is_reported_twice_however_the_file_changes()
    {
        await using var world = await World.StartAsync(Watch, ("src/a.cs", "TODO one\nTODO two\n"));
        await world.RunsAsync("watch", 1);
        await world.TickAsync("watch");
        world.Told.Length.ShouldBe(2);

        // Rewritten with a line before, one more of the same, and one that is new.
        world.Write("src/a.cs", "// new\nTODO two\nTODO one\nTODO one\nTODO three");
        await world.TickAsync("watch");
        world.Told[2..].ShouldBe(["src/a.cs|info|TODO one", "src/a.cs|info|TODO three"]);
        world.Findings[2].Detail.ShouldBe("line 4: TODO one");

        // The line that was open grows no other, and what is appended is found.
        world.Append("src/a.cs", "\nTODO four\n");
        await world.TickAsync("watch");
        world.Told[4..].ShouldBe(["src/a.cs|info|TODO four"]);
        world.Findings[4].Detail.ShouldBe("line 6: TODO four");
    }

    [Fact]
    public async Task What_was_seen_survives_a_restart()
    {
        await using var world = await World.StartAsync(Watch, ("src/a.cs", "TODO one\n"));
        await world.RunsAsync("watch", 1);

        world.Append("src/a.cs", "TODO two\n");
        await world.RestartAsync();
        await world.RunsAsync("watch", 1);

        world.Told.ShouldBe(["src/a.cs|info|TODO one", "src/a.cs|info|TODO two"]);
    }

    [Fact]
    public async Task A_log_is_read_on_from_where_it_was_and_only_by_whole_lines()
    {
        await using var world = await World.StartAsync(Logs, ("logs/app.log", "ERROR 1\nINFO\nERR"));
        await world.RunsAsync("logs", 1);
        world.Told.ShouldBe(["logs/app.log|warning|ERROR 1"]);

        world.Append("logs/app.log", "OR 2\nERROR 1\n");
        await world.TickAsync("logs");
        world.Told[1..].ShouldBe(["logs/app.log|warning|ERROR 2", "logs/app.log|warning|ERROR 1"]);
        world.Findings[1].Detail.ShouldBe("line 3: ERROR 2");
    }

    [Fact]
    public async Task A_log_that_was_rotated_is_read_from_its_start()
    {
        await using var world = await World.StartAsync(Logs, ("logs/app.log", "ERROR 1\nERROR 2\nERROR 3\n"));
        await world.RunsAsync("logs", 1);

        world.Write("logs/app.log", "ERROR 1\n");
        await world.TickAsync("logs");

        world.Told[3..].ShouldBe(["logs/app.log|warning|ERROR 1"]);
    }

    [Fact]
    public async Task A_tick_that_is_full_goes_on_in_the_next_without_a_loss()
    {
        await using var world = await World.StartAsync(
            Watch.Replace("capabilities", "max_findings = 3\ncapabilities"), ("src/a.cs", string.Concat(Enumerable.Range(0, 8).Select(static i => $"TODO {i}\n"))));
        await world.RunsAsync("watch", 1);
        world.Told.Length.ShouldBe(3);
        (await world.StatusAsync("watch"))["reason"]!.GetValue<string>().ShouldContain("the next one goes on");

        await world.TickAsync("watch");
        await world.TickAsync("watch");
        await world.TickAsync("watch");

        world.Told.ShouldBe([.. Enumerable.Range(0, 8).Select(static i => $"src/a.cs|info|TODO {i}")]);
        world.Findings[7].Detail.ShouldBe("line 8: TODO 7");
    }

    [Fact]
    public async Task Lines_over_the_border_of_a_piece_are_whole()
    {
        var line = new string('x', 99) + "\n";
        var text = string.Concat(Enumerable.Repeat(line, 30_000)).Insert(1_048_570, "\nTODO über die Grenze\n");
        await using var world = await World.StartAsync(Watch, ("src/a.cs", text + "TODO ä"));
        await world.RunsAsync("watch", 1);

        world.Told.ShouldBe(["src/a.cs|info|TODO über die Grenze", "src/a.cs|info|TODO ä"]);
        world.Findings[0].Detail.ShouldBe("line 10487: TODO über die Grenze");
    }

    [Fact]
    public async Task Secrets_in_files_do_not_reach_findings_or_logs()
    {
        await using var world = new World();
        world.Environment["WATCH_TOKEN"] = "marker-of-the-environment";
        world.Write("src/a.cs", "TODO use sk-abcdefghijklmnopqrstuvwxyz\nTODO marker-of-the-environment\n");
        world.Configure(Watch.Replace("capabilities", "description = '${WATCH_TOKEN}'\ncapabilities"));
        await world.StartAsync();
        await world.RunsAsync("watch", 1);

        world.Told.ShouldBe(["src/a.cs|info|TODO use ***redacted***", "src/a.cs|info|TODO ***redacted***"]);
        string.Concat(world.Findings.Select(static finding => finding.Detail)).ShouldNotContain("marker");
        string.Concat(await world.LogsAsync()).ShouldNotContain("marker-of");
    }
}
