using System.Globalization;
using System.Text.RegularExpressions;
using Trellis.EndToEnd.Tests.Chat;
using Trellis.EndToEnd.Tests.Programs;
using Trellis.EndToEnd.Tests.Servers;

namespace Trellis.EndToEnd.Tests.Crashes;

/// <summary>
/// Kills the server (-9) again and again while clients write, each time on the same data, and looks afterwards for everything that was
/// acknowledged. <c>TRELLIS_TEST_SEED</c> repeats the choices of an earlier run.
/// </summary>
public abstract partial class CrashSuite
{
    private const int Writers = 4;
    private const int LatestMoment = 120;
    private const string SeedVariable = "TRELLIS_TEST_SEED";

    private protected static async Task CrashAsync(int crashes, ServerSettings settings)
    {
        var seed = Environment.GetEnvironmentVariable(SeedVariable) is { Length: > 0 } text
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : Random.Shared.Next();
        var random = new Random(seed);
        using var data = new DataFolder();
        var ledger = new Ledger();
        for (var crash = 0; crash <= crashes; crash++)
        {
            try
            {
                await LiveAsync(data, settings, ledger, crash < crashes ? random.Next(1, LatestMoment) : null, random.Next());
            }
            catch (Exception error)
            {
                throw new InvalidOperationException($"After {crash} crashes with {SeedVariable}={seed}: {error.Message}", error);
            }
        }
    }

    /// <summary>One life of the server: what the last one acknowledged must be there, then clients write until the server is killed.</summary>
    private static async Task LiveAsync(DataFolder data, ServerSettings settings, Ledger ledger, int? killAt, int seed)
    {
        await using var server = await ServerProcess.StartAsync(data, settings);
        using var askii = AskiiClients.Create(server.Url, server.DeveloperToken);
        using var chat = new ChatCaller(server.Url);

        var verification = server.CommandAsync("audit", "verify");
        ledger.Tariff ??= await ChatTariff.MeasureAsync(askii, chat);
        await new LedgerCheck(askii, chat, ledger).RunAsync();
        Records(await verification).ShouldBeGreaterThanOrEqualTo(ledger.Changes, "An acknowledged change has no audit record.");
        if (killAt is not { } moment)
            return;

        await ledger.BeginLifeAsync(askii);
        var kill = new KillSwitch(server, moment);
        await Task.WhenAll(Enumerable.Range(0, Writers)
            .Select(writer => new Writer(askii, chat, ledger, kill, new Random(unchecked(seed + writer))))
            .Select(static writer => Task.Run(writer.RunAsync))
            .ToList());
        server.Errors.ShouldNotContain("fail:");
    }

    // A chain without records has none to verify.
    private static int Records(ProgramRun verification) =>
        RecordCount().Match(verification.Succeeded()) is { Success: true, Groups: var groups }
            ? int.Parse(groups["count"].ValueSpan, CultureInfo.InvariantCulture)
            : 0;

    [GeneratedRegex(@"valid\. (?<count>\d+) records")]
    private static partial Regex RecordCount();
}
