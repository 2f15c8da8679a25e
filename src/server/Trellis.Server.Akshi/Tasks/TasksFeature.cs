using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Akshi.Http;

namespace Trellis.Server.Akshi.Tasks;

/// <summary>Tasks of one agent for another (contract, section 2.8).</summary>
internal sealed class TasksFeature : IAkshiFeature
{
    private const string Collection = "/api/v1/a2a/tasks";

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<TaskEvents>();
        services.AddSingleton<TaskBoard>();
        services.AddSingleton<IAgentTasks>(static provider => provider.GetRequiredService<TaskBoard>());
        services.AddSingleton<TasksEndpoints>();
        services.AddSingleton<WorkerEndpoints>();
        services.AddHostedService<TaskLifetime>();
    }

    /// <inheritdoc/>
    public void MapRoutes(AkshiRoutes routes)
    {
        var tasks = routes.Service<TasksEndpoints>();
        routes.Get(tasks.ListAsync, Access.Operator, Collection);
        routes.Post(tasks.CreateAsync, Access.Operator, Collection);
        routes.Get(tasks.FindAsync, Access.Operator, $"{Collection}/{{id}}");

        var workers = routes.Service<WorkerEndpoints>();
        routes.Post(workers.ClaimAsync, Access.Operator, $"{Collection}/claim");
        routes.Post(workers.StartAsync, Access.Operator, $"{Collection}/{{id}}/start");
        routes.Post(workers.ProgressAsync, Access.Operator, $"{Collection}/{{id}}/progress");
        routes.Post(workers.CompleteAsync, Access.Operator, $"{Collection}/{{id}}/complete");
        routes.Post(workers.FailAsync, Access.Operator, $"{Collection}/{{id}}/fail");
    }
}
