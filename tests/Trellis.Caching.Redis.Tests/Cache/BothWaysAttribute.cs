using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Trellis.Caching.Redis.Tests.Cache;

/// <summary>Runs a test once with the synchronous and once with the asynchronous methods.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BothWaysAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([new TheoryDataRow(Calling.Sync), new TheoryDataRow(Calling.Async)]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
