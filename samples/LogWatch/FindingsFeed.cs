using Trellis.Akshi;

namespace Trellis.Samples.LogWatch;

/// <summary>Prints findings as they come, and keeps them.</summary>
internal sealed class FindingsFeed(AkshiClient akshi)
{
    private const int Width = 160;

    private static readonly FollowOptions Often = new() { Interval = TimeSpan.FromMilliseconds(500), PageSize = 500 };

    private readonly Lock _gate = new();
    private readonly List<Finding> _findings = [];
    private readonly Changes _changes = new();

    /// <summary>Follows the findings until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var finding in akshi.FollowFindingsAsync(options: Often, cancellationToken: cancellationToken))
        {
            Print(finding);
            lock (_gate) _findings.Add(finding);
            _changes.Tell();
        }
    }

    /// <summary>All that there is now, once the feed has got there.</summary>
    public async Task<IReadOnlyList<Finding>> CatchUpAsync(CancellationToken cancellationToken)
    {
        // Beyond the end there is nothing, and the answer says where the end is.
        var head = (await akshi.FindingsAsync(int.MaxValue, limit: 1, cancellationToken)).NextSeq - 1;
        await _changes.WaitUntilAsync(() => Last() >= head, cancellationToken);
        lock (_gate) return [.. _findings];
    }

    private long Last()
    {
        lock (_gate) return _findings is [.., var last] ? last.Seq : 0;
    }

    private static void Print(Finding finding)
    {
        var line = $"   {finding.Severity,-9}{finding.Agent,-15}{finding.File}, {finding.Detail ?? finding.Summary}";
        Console.WriteLine(line.Length > Width ? $"{line[..Width]}…" : line);
    }
}
