using Microsoft.Extensions.Logging;
using Trellis.Server.Akshi.Configuration;
using Trellis.Server.Kernel.Models;

namespace Trellis.Server.Akshi.Inference.Routes;

/// <summary>
/// The routes of the configuration that holds now: those of the file; without any, the models of the server's own upstreams. A route that a
/// reload does not change keeps its breaker. Safe for concurrent use.
/// </summary>
internal sealed class RouteTable
{
    private readonly IModelCatalog _catalog;
    private readonly TimeProvider _time;
    private readonly ILoggerFactory _loggers;
    private readonly Dictionary<(RouteConfiguration Route, TimeSpan Timeout), ModelRoute> _known = [];
    private volatile RouteSet _current;

    /// <summary>Reads the configuration, and reads it again whenever it changes.</summary>
    public RouteTable(RuntimeConfig config, IModelCatalog catalog, TimeProvider time, ILoggerFactory loggers)
    {
        _catalog = catalog;
        _time = time;
        _loggers = loggers;
        _current = Make(config.Current.Router);
        config.Changed += next => _current = Make(next.Router);
    }

    /// <summary>What holds now.</summary>
    public RouteSet Current => _current;

    private RouteSet Make(RouterConfiguration router) => !router.IsEnabled
        ? RouteSet.Empty
        : new RouteSet(
            router.Routes.Count > 0 ? [.. router.Routes.Select(route => Keep(route, router))] : OwnUpstreams(router),
            router.ScoringProfile,
            router.Threshold,
            router.DefaultRoute,
            router.FallbackModel,
            router.MaxRetries);

    // A model that is no longer used is not disposed: a call may still be on its way. Its idle connections close by themselves.
    private ModelRoute Keep(RouteConfiguration route, RouterConfiguration router)
    {
        if (!_known.TryGetValue((route, router.Timeout), out var known))
        {
            known = new ModelRoute(route.Name, route.IsLocal, RouteModels.Create(route, router, _time, _loggers), Breaker(router));
            _known.Add((route, router.Timeout), known);
        }

        return known;
    }

    private ModelRoute[] OwnUpstreams(RouterConfiguration router) => _catalog.IsSimulated
        ? []
        : [.. _catalog.Models.Select(model => new ModelRoute(model.Name, IsLocal: false, Resolve(model.Name), Breaker(router)))];

    private IChatModel Resolve(string name) =>
        _catalog.TryResolve(name, out var model) ? model : throw new InvalidOperationException($"The model '{name}' is listed and not there.");

    private CircuitBreaker Breaker(RouterConfiguration router) => new(router.BreakerThreshold, router.BreakerReset, _time);
}
