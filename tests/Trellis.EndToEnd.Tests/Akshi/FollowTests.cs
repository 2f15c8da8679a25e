using Trellis.Akshi;
using Trellis.EndToEnd.Tests.Programs;

namespace Trellis.EndToEnd.Tests.Akshi;

/// <summary>Findings that are followed while many write.</summary>
public sealed class FollowTests(RuntimeServer runtime)
{
    private const int Writers = 8;
    private const int BatchesEach = 25;

    [Fact]
    public async Task Nothing_is_lost_or_repeated_while_many_write()
    {
        using var akshi = runtime.Client();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience.Long);
        var expected = Enumerable.Range(0, Writers)
            .SelectMany(static writer => Enumerable.Range(0, BatchesEach).SelectMany(batch => new[] { $"{writer}/{batch}/a", $"{writer}/{batch}/b" }))
            .ToHashSet();

        // Small pages, so that their borders fall between writers.
        var followed = akshi.FollowFindingsAsync(options: new() { Interval = TimeSpan.FromMilliseconds(20), PageSize = 7 }, cancellationToken: patience.Token)
            .Where(static finding => finding.Agent == "many writers")
            .Take(expected.Count)
            .ToListAsync(patience.Token);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(WriteAsync));

        var findings = await followed;
        findings.Select(static finding => finding.Summary).ShouldBe(expected, ignoreOrder: true);
        findings.Select(static finding => finding.Seq).ShouldBe(findings.Select(static finding => finding.Seq).Order());
        for (var writer = 0; writer < Writers; writer++)
        {
            var own = findings.Where(finding => finding.Summary!.StartsWith($"{writer}/", StringComparison.Ordinal)).Select(static finding => finding.Summary).ToList();
            own.ShouldBe(Enumerable.Range(0, BatchesEach).SelectMany(batch => new[] { $"{writer}/{batch}/a", $"{writer}/{batch}/b" }));
        }

        async Task WriteAsync(int writer)
        {
            for (var batch = 0; batch < BatchesEach; batch++)
            {
                await akshi.PostFindingsAsync(
                    [new("many writers", "info", "", $"{writer}/{batch}/a"), new("many writers", "info", "", $"{writer}/{batch}/b")], patience.Token);
            }
        }
    }
}
