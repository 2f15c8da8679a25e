using Trellis.Server.Aerostack.Ai;
using Trellis.Server.Aerostack.Auth;
using Trellis.Server.Aerostack.Cache;
using Trellis.Server.Aerostack.Collections;
using Trellis.Server.Aerostack.Database;
using Trellis.Server.Aerostack.Gateway;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Aerostack.Projects;
using Trellis.Server.Aerostack.Queue;
using Trellis.Server.Aerostack.Realtime;
using Trellis.Server.Aerostack.Rpc;
using Trellis.Server.Aerostack.Search;
using Trellis.Server.Aerostack.Services;
using Trellis.Server.Aerostack.Storage;

namespace Trellis.Server.Aerostack;

/// <summary>The parts of the platform.</summary>
internal static class AerostackFeatures
{
    public static IReadOnlyList<IAerostackFeature> All { get; } =
    [
        new ProjectsFeature(),
        new CacheFeature(),
        new DatabaseFeature(),
        new ServicesFeature(),
        new AiFeature(),
        new GatewayFeature(),
        new QueueFeature(),
        new StorageFeature(),
        new AuthFeature(),
        new RealtimeFeature(),
        new SearchFeature(),
        new CollectionFeature(),
        new RpcFeature(),
    ];
}
