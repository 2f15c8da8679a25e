using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Aerostack.Queue.Consumers;

namespace Trellis.Server.Aerostack.Queue;

/// <summary>
/// Work for later (contract, sections 2.1.7, 2.2.3 and 8.3). How jobs reach those who do them is no part of the public contract: workers ask
/// for them, or the server calls a consumer; those paths are our own.
/// </summary>
internal sealed class QueueFeature : IAerostackFeature
{
    private const string Root = "/v1/queue";

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<QueueEndpoints>();
        services.AddSingleton<WorkerEndpoints>();
        services.AddSingleton<ConsumerSecrets>();
        services.AddSingleton<ConsumerGuard>();
        services.AddSingleton<ConsumerEndpoints>();
        services.AddSingleton<ConsumerCall>();
        services.AddHostedService<ConsumerDispatcher>();
    }

    /// <inheritdoc/>
    public void MapRoutes(AerostackRoutes routes)
    {
        var queue = routes.Service<QueueEndpoints>();
        routes.Post(queue.EnqueueAsync, Access.Secret, $"{Root}/enqueue");
        routes.Post(queue.FindAsync, Access.Secret, $"{Root}/job");
        routes.Post(queue.ListAsync, Access.Secret, $"{Root}/jobs");
        routes.Post(queue.CancelAsync, Access.Secret, $"{Root}/cancel");
        routes.Post(queue.RetryAsync, Access.Secret, $"{Root}/retry");

        var workers = routes.Service<WorkerEndpoints>();
        routes.Post(workers.TakeAsync, Access.Secret, $"{Root}/take");
        routes.Post(workers.CompleteAsync, Access.Secret, $"{Root}/complete");
        routes.Post(workers.FailAsync, Access.Secret, $"{Root}/fail");
        routes.Post(workers.ExtendAsync, Access.Secret, $"{Root}/extend");

        var consumers = routes.Service<ConsumerEndpoints>();
        routes.Post(consumers.CreateAsync, Access.Secret, $"{Root}/consumers");
        routes.Get(consumers.ListAsync, Access.Secret, $"{Root}/consumers");
        routes.Delete(consumers.RemoveAsync, Access.Secret, $"{Root}/consumers/{{consumer_id}}");
    }
}
