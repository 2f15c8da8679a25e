using System.Globalization;
using Trellis.EndToEnd.Tests.Programs;
using Trellis.EndToEnd.Tests.Servers;

namespace Trellis.EndToEnd.Tests.Aerostack.Samples;

/// <summary>The sample as a process, and the server as another.</summary>
public sealed class SupportDeskTests(ProjectServer server)
{
    private const int Tickets = 236;
    private const int Urgent = 20;
    private const string Password = "Correct-horse-7";

    [Fact]
    public async Task Every_ticket_comes_to_an_end_once_and_a_second_run_finds_nothing_to_do()
    {
        using var folder = new DataFolder();
        var project = await server.NewProjectAsync();
        var report = folder.File("report.csv");

        var first = await RunAsync(project, "--report", report);
        first.ExitCode.ShouldBe(0, first.Errors + first.Output);
        first.Output.ShouldContain($"{Tickets} jobs were queued.");
        first.Output.ShouldContain("It arrived as it was sent.");
        Outcome(first.Output, "all").ShouldBe(Tickets);
        Outcome(first.Output, "escalated").ShouldBe(Urgent);
        Outcome(first.Output, "answered from cache").ShouldBeGreaterThan(20);
        (Outcome(first.Output, "answered") + Outcome(first.Output, "answered from cache")).ShouldBe(Tickets - Urgent);
        File.ReadLines(report).Skip(1).Count(static line => line.StartsWith("T-", StringComparison.Ordinal)).ShouldBe(Tickets);

        await using var client = project.Client();
        (await client.Queue.ListAllJobsAsync().Select(static job => $"{job.Status}").Distinct().ToListAsync()).ShouldBe(["completed"]);

        var second = await RunAsync(project, "--report", report);
        second.ExitCode.ShouldBe(0, second.Errors + second.Output);
        second.Output.ShouldContain("0 jobs were queued.");
        Outcome(second.Output, "all").ShouldBe(Tickets);
    }

    [Fact]
    public async Task With_nothing_in_the_environment_it_starts_a_server_of_its_own()
    {
        using var folder = new DataFolder();
        var run = await ProgramRun.OfAsync(BuiltPrograms.SupportDesk, ["--report", folder.File("report.csv")]);
        run.ExitCode.ShouldBe(0, run.Errors + run.Output);
        run.Output.ShouldContain("trellis-server env --data");
        Outcome(run.Output, "all").ShouldBe(Tickets);
    }

    [Fact]
    public async Task A_file_that_is_not_valid_is_refused_with_its_line_before_anything_is_sent()
    {
        using var folder = new DataFolder();
        var file = folder.Write("tickets.csv", """
            ticket_id,opened_at,customer_id,plan,channel,priority,subject,body
            T-1,2026-07-01T06:16:07Z,CUS-1,free,chat,soon,Hello,There
            """);
        var run = await ProgramRun.OfAsync(BuiltPrograms.SupportDesk, [file, "--report", folder.File("report.csv")]);
        run.ExitCode.ShouldBe(2);
        run.Errors.ShouldContain("line 2: 'soon' is not a priority.");
        run.Output.ShouldBeEmpty();
    }

    private static Task<ProgramRun> RunAsync(TestProject project, params string[] arguments) => ProgramRun.OfAsync(
        BuiltPrograms.SupportDesk, arguments, new Dictionary<string, string>(project.Environment) { ["SUPPORT_DESK_PASSWORD"] = Password });

    /// <summary>How many tickets the table says had this outcome.</summary>
    private static int Outcome(string output, string name)
    {
        var line = output.Split('\n').LastOrDefault(line => line.StartsWith($"   {name,-21}", StringComparison.Ordinal));
        return line is null ? 0 : int.Parse(line.AsSpan(24, 9).Trim(), CultureInfo.InvariantCulture);
    }
}
