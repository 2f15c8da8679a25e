using Trellis.Server.Kernel.Faults;

namespace Trellis.Testing;

/// <summary>What goes wrong on a <see cref="TrellisServer"/>. Safe for concurrent use.</summary>
public sealed class ServerFaults
{
    private readonly FaultInjector _injector;

    internal ServerFaults(FaultInjector injector) => _injector = injector;

    /// <summary>Lets these faults befall requests, in place of those before; the first that concerns a request and is not used up befalls it.</summary>
    /// <returns>Dispose it to end them.</returns>
    public IDisposable Inject(params ReadOnlySpan<Fault> faults)
    {
        var rules = new List<FaultRule>(faults.Length);
        foreach (var fault in faults)
            rules.Add(fault.Rule);
        _injector.Plan = new FaultPlan(rules);
        return new End(this);
    }

    /// <summary>Ends all faults.</summary>
    public void Clear() => _injector.Plan = FaultPlan.Empty;

    private sealed class End(ServerFaults faults) : IDisposable
    {
        public void Dispose() => faults.Clear();
    }
}
