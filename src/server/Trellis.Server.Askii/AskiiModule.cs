using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Askii.Chat;
using Trellis.Server.Askii.Keys;
using Trellis.Server.Askii.Models;
using Trellis.Server.Askii.Platform;
using Trellis.Server.Askii.Requests;
using Trellis.Server.Askii.Schema;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.OpenApi;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Askii;

/// <summary>The Askii platform: keys by mPass token under <c>/platform/</c>, and OpenAI's API for those keys under <c>/v1/</c>.</summary>
public sealed class AskiiModule : IServerModule
{
    /// <inheritdoc/>
    public string Name => "askii";

    /// <inheritdoc/>
    public IReadOnlyList<Migration> Migrations => AskiiMigrations.All;

    /// <inheritdoc/>
    public IReadOnlyList<OwnedPath> OwnedPaths { get; } =
    [
        new(PlatformPaths.Prefix, DetailErrorFormat.Instance),
        new(OpenAiPaths.Prefix, OpenAiErrorFormat.Instance),
    ];

    /// <inheritdoc/>
    public ApiPlatform Api => AskiiApi.Platform;

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);

        services.AddSingleton<ModelRules>();
        services.AddSingleton<KeyLookup>();
        AddOperation<ProvisionKey, ProvisionKeyRequest>(services);
        AddOperation<ListKeys, EmptyRequest>(services);
        AddOperation<RevokeKey, KeyRequest>(services);
        AddOperation<GetKeyConfig, KeyRequest>(services);
        AddOperation<UpdateKeyModel, UpdateKeyModelRequest>(services);
        AddOperation<ListAvailableModels, EmptyRequest>(services);

        services.AddSingleton<KeyGate>();
        services.AddSingleton<ModelChoice>();
        services.AddSingleton<SpendLedger>();
        services.AddSingleton<ChatCompletions>();
        services.AddSingleton<ModelEndpoints>();
        services.AddHostedService<AbandonedReservations>();
    }

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);

        MapOperation<ProvisionKey, ProvisionKeyRequest>(endpoints, PlatformPaths.ProvisionKey);
        MapOperation<ListKeys, EmptyRequest>(endpoints, PlatformPaths.ListKeys);
        MapOperation<RevokeKey, KeyRequest>(endpoints, PlatformPaths.RevokeKey);
        MapOperation<GetKeyConfig, KeyRequest>(endpoints, PlatformPaths.GetKeyConfig);
        MapOperation<UpdateKeyModel, UpdateKeyModelRequest>(endpoints, PlatformPaths.UpdateKeyModel);
        MapOperation<ListAvailableModels, EmptyRequest>(endpoints, PlatformPaths.AvailableModels);

        var chat = endpoints.ServiceProvider.GetRequiredService<ChatCompletions>();
        endpoints.MapPost(OpenAiPaths.ChatCompletions, chat.HandleAsync).WithMetadata(AskiiApi.OfAKey);

        var models = endpoints.ServiceProvider.GetRequiredService<ModelEndpoints>();
        endpoints.MapGet(OpenAiPaths.Models, models.ListAsync).WithMetadata(AskiiApi.OfAKey);
        endpoints.MapGet($"{OpenAiPaths.Models}/{{**{ModelEndpoints.NameParameter}}}", models.GetAsync).WithMetadata(AskiiApi.OfAKey);
    }

    /// <inheritdoc/>
    public ValueTask<JsonObject?> BootstrapAsync(BootstrapContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return DeveloperToken.EnsureAsync(context, cancellationToken);
    }

    private static void AddOperation<TOperation, TRequest>(IServiceCollection services)
        where TOperation : class, IPlatformOperation<TRequest>
        where TRequest : PlatformRequest, new()
    {
        services.AddSingleton<TOperation>();
        services.AddSingleton<PlatformEndpoint<TOperation, TRequest>>();
    }

    private static void MapOperation<TOperation, TRequest>(IEndpointRouteBuilder endpoints, string path)
        where TOperation : class, IPlatformOperation<TRequest>
        where TRequest : PlatformRequest, new()
    {
        var endpoint = endpoints.ServiceProvider.GetRequiredService<PlatformEndpoint<TOperation, TRequest>>();
        endpoints.MapPost(path, endpoint.HandleAsync);
    }
}
