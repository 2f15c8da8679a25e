using System.Text.RegularExpressions;
using Trellis.EndToEnd.Tests.Programs;
using Trellis.EndToEnd.Tests.Servers;

namespace Trellis.EndToEnd.Tests.Akshi.Samples;

/// <summary>The sample as a process.</summary>
public sealed partial class LogWatchTests
{
    [Fact]
    public async Task Everything_in_the_logs_is_found_once_and_a_person_is_asked_for_each_reading()
    {
        var run = await ProgramRun.OfAsync(BuiltPrograms.LogWatch, ["--patience", "110"]);
        run.ExitCode.ShouldBe(0, run.Errors + run.Output);
        var table = Rows().Matches(run.Output).Select(static row => (row.Groups[1].Value, row.Groups[2].Value, int.Parse(row.Groups[3].Value))).ToList();
        table.ShouldBe(
        [
            ("app-watch", "critical", 3), ("app-watch", "warning", 87), ("app-watch", "info", 52),
            ("traffic-watch", "critical", 114), ("traffic-watch", "warning", 126), ("traffic-watch", "info", 9),
        ]);
        Questions().Count(run.Output).ShouldBe(2);
    }

    [Fact]
    public async Task Any_folder_of_logs_will_do()
    {
        using var folder = new DataFolder();
        folder.Write("one.log", string.Concat(Enumerable.Range(0, 40).Select(static n => $"2026-03-17T08:00:{n:00}Z ERROR number {n}\n")));
        var run = await ProgramRun.OfAsync(BuiltPrograms.LogWatch, [folder.Path, "--patience", "110"]);
        run.ExitCode.ShouldBe(0, run.Errors + run.Output);
        Rows().Matches(run.Output).Single().Groups[3].Value.ShouldBe("40");
    }

    [Fact]
    public async Task A_folder_without_logs_is_refused()
    {
        using var folder = new DataFolder();
        var run = await ProgramRun.OfAsync(BuiltPrograms.LogWatch, [folder.Path]);
        run.ExitCode.ShouldBe(2);
        run.Errors.ShouldContain("whose name ends in .log");
    }

    [GeneratedRegex(@"^   (app-watch|traffic-watch) +(\w+) +(\d+)  ", RegexOptions.Multiline)]
    private static partial Regex Rows();

    [GeneratedRegex(@"^   \? app-watch wants to use filesystem: ", RegexOptions.Multiline)]
    private static partial Regex Questions();
}
