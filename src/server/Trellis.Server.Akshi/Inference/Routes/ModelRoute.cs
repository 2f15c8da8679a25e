using Trellis.Server.Kernel.Models;

namespace Trellis.Server.Akshi.Inference.Routes;

/// <summary>A model that the router may choose.</summary>
/// <param name="Name">How the configuration calls it.</param>
/// <param name="IsLocal">Whether it runs on this machine, so that asking it costs nothing and tells nobody.</param>
/// <param name="Model">The model.</param>
/// <param name="Breaker">Keeps calls away while it fails.</param>
internal sealed record ModelRoute(string Name, bool IsLocal, IChatModel Model, CircuitBreaker Breaker)
{
    /// <summary>The label of the route in answers and metrics (contract, section 2.2).</summary>
    public string Kind => IsLocal ? "local" : "cloud";
}
