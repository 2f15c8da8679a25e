using System.Text.Json.Nodes;
using Trellis.Ascend.Json;

namespace Trellis.Ascend;

/// <summary>
/// What agents are made of. Reached through <see cref="AscendClient.SupplyChain"/>.
/// Contract section 2.14. Safe for concurrent use.
/// </summary>
public sealed class AscendSupplyChain
{
    private const int MaxIdLength = 255;
    private const int MaxNameLength = 500;

    private readonly ApiConnection _connection;
    private readonly ApiOperation<SupplyChainComponent> _register;
    private readonly ApiOperation<SupplyChainComponentList> _list;
    private readonly ApiOperation<JsonObject> _stats;
    private readonly ApiOperation<JsonObject> _impact;
    private readonly ApiOperation<JsonObject> _sync;

    internal AscendSupplyChain(ApiConnection connection, AscendOperations operations)
    {
        _connection = connection;
        _register = operations.Post<SupplyChainComponent>("supply_chain.register", "/api/v1/supply-chain/components");
        _list = operations.Get<SupplyChainComponentList>("supply_chain.list", "/api/v1/supply-chain/components");
        _stats = operations.Get<JsonObject>("supply_chain.stats", "/api/v1/supply-chain/stats");
        _impact = operations.Get<JsonObject>("supply_chain.impact", "/api/v1/supply-chain/impact/{id}");
        _sync = operations.Get<JsonObject>("supply_chain.sync", "/api/v1/supply-chain/sync/status");
    }

    /// <summary>Adds a component.</summary>
    /// <param name="component">The component; it needs an id, a name and a type.</param>
    /// <param name="cancellationToken">Gives the call up; the component may be added all the same.</param>
    /// <exception cref="AscendValidationException">A value is not valid; nothing was sent.</exception>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<SupplyChainComponent> RegisterComponentAsync(SupplyChainComponent component, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Registering(component), cancellationToken);

    /// <inheritdoc cref="RegisterComponentAsync"/>
    public SupplyChainComponent RegisterComponent(SupplyChainComponent component, CancellationToken cancellationToken = default) =>
        _connection.Send(Registering(component), cancellationToken);

    /// <summary>Lists components.</summary>
    /// <param name="filter">Which ones; <see langword="null"/> for all.</param>
    /// <param name="limit">How many at the most.</param>
    /// <param name="offset">How many to pass over.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<SupplyChainComponentList> ListComponentsAsync(
        ComponentFilter? filter = null, int limit = 100, int offset = 0, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Listing(filter, limit, offset), cancellationToken);

    /// <inheritdoc cref="ListComponentsAsync"/>
    public SupplyChainComponentList ListComponents(
        ComponentFilter? filter = null, int limit = 100, int offset = 0, CancellationToken cancellationToken = default) =>
        _connection.Send(Listing(filter, limit, offset), cancellationToken);

    /// <summary>Tells how many components there are, and how they are.</summary>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>What the server answers.</returns>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<JsonObject> GetStatsAsync(CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Requests.Read(_stats), cancellationToken);

    /// <inheritdoc cref="GetStatsAsync"/>
    public JsonObject GetStats(CancellationToken cancellationToken = default) => _connection.Send(Requests.Read(_stats), cancellationToken);

    /// <summary>Tells what depends on a component.</summary>
    /// <param name="componentNumber">The component's number, not its id.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>What the server answers.</returns>
    /// <exception cref="AscendNotFoundException">There is no such component.</exception>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<JsonObject> GetImpactAsync(long componentNumber, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Impact(componentNumber), cancellationToken);

    /// <inheritdoc cref="GetImpactAsync"/>
    public JsonObject GetImpact(long componentNumber, CancellationToken cancellationToken = default) =>
        _connection.Send(Impact(componentNumber), cancellationToken);

    /// <summary>Tells how up to date the lists of weaknesses are.</summary>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>What the server answers.</returns>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<JsonObject> GetSyncStatusAsync(CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Requests.Read(_sync), cancellationToken);

    /// <inheritdoc cref="GetSyncStatusAsync"/>
    public JsonObject GetSyncStatus(CancellationToken cancellationToken = default) => _connection.Send(Requests.Read(_sync), cancellationToken);

    private ApiRequest<SupplyChainComponent> Registering(SupplyChainComponent component)
    {
        ArgumentNullException.ThrowIfNull(component);
        var checks = default(FieldChecks);
        checks.RequireText(component.ComponentId, "component_id");
        checks.Require(component.ComponentId is { Length: <= MaxIdLength }, "component_id", "must have at most 255 characters");
        checks.RequireText(component.ComponentName, "component_name");
        checks.Require(component.ComponentName is { Length: <= MaxNameLength }, "component_name", "must have at most 500 characters");
        checks.RequireText(component.ComponentType, "component_type");
        checks.ThrowIfAny();
        var sent = component with { RiskLevel = component.RiskLevel ?? "medium", AdditionalFields = null };
        return Requests.Change(_register, body: CanonicalBody.Of(sent, AscendJsonContext.Default.SupplyChainComponent));
    }

    private ApiRequest<SupplyChainComponentList> Listing(ComponentFilter? filter, int limit, int offset) => Requests.Read(
        _list,
        new Query(_list.Path)
            .Add("component_type", filter?.ComponentType)
            .Add("risk_level", filter?.RiskLevel)
            .Add("has_vulnerabilities", filter?.HasVulnerabilities)
            .Add("active_only", filter?.ActiveOnly)
            .Add("limit", limit)
            .Add("offset", offset)
            .ToString());

    private ApiRequest<JsonObject> Impact(long componentNumber) =>
        Requests.Read(_impact, PathSegment.In(_impact.Path, FormattableString.Invariant($"{componentNumber}"), "id"));
}
