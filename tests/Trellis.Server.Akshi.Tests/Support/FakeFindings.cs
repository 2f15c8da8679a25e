using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Akshi.Findings;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Tests.Support;

/// <summary>Keeps findings in memory, and does the work that goes with them in the real store.</summary>
internal sealed class FakeFindings(IServiceProvider services, List<NewFinding> kept) : IFindings
{
    public async ValueTask<IReadOnlyList<long>> AddAsync(
        IReadOnlyList<NewFinding> findings, Func<ISqlSession, ValueTask> together, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<IStore>().WriteAsync(together, cancellationToken);
        lock (kept)
        {
            var first = kept.Count + 1;
            kept.AddRange(findings);
            return [.. Enumerable.Range(first, findings.Count).Select(static seq => (long)seq)];
        }
    }
}
