using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Akshi.Approvals;
using Trellis.Server.Akshi.Configuration;
using Trellis.Server.Akshi.Events;
using Trellis.Server.Akshi.Findings;
using Trellis.Server.Akshi.Inference;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Tests.Support;

/// <summary>Puts a test's own parts in the places of the runtime's.</summary>
internal sealed class FakesModule(World world) : IServerModule
{
    public string Name => "fakes";

    public IReadOnlyList<Migration> Migrations => [];

    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<IEnvironmentVariables>(world.Environment);
        if (world.IsReal)
        {
            services.AddSingleton<IActivitySink>(provider =>
            {
                world.Sink.Next = ActivatorUtilities.CreateInstance<ActivityEvents>(provider);
                return world.Sink;
            });
            return;
        }

        services.AddSingleton<IActivitySink>(world.Sink);
        services.AddSingleton<IFindings>(provider => new FakeFindings(provider, world.FindingsKept));
        services.AddSingleton<IInference>(world.Inference);
        services.AddSingleton<IAgentApprovals>(world.Approvals);
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
    }
}
