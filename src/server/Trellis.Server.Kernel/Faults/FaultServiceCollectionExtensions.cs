using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Trellis.Server.Kernel.Faults;

/// <summary>Registers faults.</summary>
public static class FaultServiceCollectionExtensions
{
    /// <summary>Registers a <see cref="FaultInjector"/> with the plan of a file, or an empty one that can be replaced at run time.</summary>
    /// <param name="services">Where to register. Time is taken from a registered <see cref="TimeProvider"/>, else from the system.</param>
    /// <param name="path">The file, read now; null for no faults.</param>
    /// <exception cref="FaultPlanException">The file cannot be read, or its content is wrong.</exception>
    public static IServiceCollection AddFaults(this IServiceCollection services, string? path) =>
        services.AddFaults(path is null ? FaultPlan.Empty : FaultPlan.Load(path));

    /// <summary>Registers a <see cref="FaultInjector"/> with a plan.</summary>
    public static IServiceCollection AddFaults(this IServiceCollection services, FaultPlan plan)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(plan);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(new FaultInjector(plan));
        return services;
    }
}
