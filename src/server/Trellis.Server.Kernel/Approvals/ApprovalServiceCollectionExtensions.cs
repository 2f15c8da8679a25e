using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Trellis.Server.Kernel.Approvals;

/// <summary>Registers the approvals.</summary>
public static class ApprovalServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="IApprovals"/> and the service that expires and escalates. Needs an <see cref="Storage.IStore"/>; platforms add their
    /// <see cref="IApprovalObserver"/> as singletons.
    /// </summary>
    public static IServiceCollection AddApprovals(this IServiceCollection services)
    {
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(RandomNumberGenerator.Create());
        services.AddSingleton<ApprovalSettlement>();
        services.AddSingleton<ApprovalAlarm>();
        services.AddSingleton<IApprovals, ApprovalInbox>();
        services.AddHostedService<ApprovalClock>();
        return services;
    }
}
