using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Trellis.Tests.Connection.Loopback;

/// <summary>Runs a test once with asynchronous and once with synchronous calls.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BothFormsAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([new TheoryDataRow(Form.Asynchronous), new TheoryDataRow(Form.Synchronous)]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
