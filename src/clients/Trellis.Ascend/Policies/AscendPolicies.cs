using System.Text.Json.Nodes;
using Trellis.Ascend.Json;

namespace Trellis.Ascend;

/// <summary>The organisation's policies. Reached through <see cref="AscendClient.Policies"/>. Safe for concurrent use.</summary>
public sealed class AscendPolicies
{
    private readonly ApiConnection _connection;
    private readonly AscendOperations _operations;

    internal AscendPolicies(ApiConnection connection, AscendOperations operations) => (_connection, _operations) = (connection, operations);

    /// <summary>Lists the policies.</summary>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<PolicyList> ListAsync(CancellationToken cancellationToken = default) => _connection.SendAsync(Listing(), cancellationToken);

    /// <inheritdoc cref="ListAsync"/>
    public PolicyList List(CancellationToken cancellationToken = default) => _connection.Send(Listing(), cancellationToken);

    /// <summary>Makes a policy.</summary>
    /// <param name="policy">The policy; it needs a name and an action.</param>
    /// <param name="cancellationToken">Gives the call up; the policy may have been made all the same.</param>
    /// <returns>The policy with its id.</returns>
    /// <exception cref="AscendValidationException">The policy is not valid; known before anything is sent where possible.</exception>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<GovernancePolicy> CreateAsync(GovernancePolicy policy, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Creating(policy), cancellationToken);

    /// <inheritdoc cref="CreateAsync"/>
    public GovernancePolicy Create(GovernancePolicy policy, CancellationToken cancellationToken = default) =>
        _connection.Send(Creating(policy), cancellationToken);

    /// <summary>Replaces a policy.</summary>
    /// <param name="id">The policy's id.</param>
    /// <param name="policy">What it is from now on; it needs a name and an action.</param>
    /// <param name="cancellationToken">Gives the call up; the policy may have been replaced all the same.</param>
    /// <exception cref="AscendNotFoundException">There is no such policy.</exception>
    /// <exception cref="AscendValidationException">The policy is not valid; known before anything is sent where possible.</exception>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<GovernancePolicy> PutAsync(string id, GovernancePolicy policy, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Replacing(id, policy), cancellationToken);

    /// <inheritdoc cref="PutAsync"/>
    public GovernancePolicy Put(string id, GovernancePolicy policy, CancellationToken cancellationToken = default) =>
        _connection.Send(Replacing(id, policy), cancellationToken);

    /// <summary>Deletes a policy.</summary>
    /// <param name="id">The policy's id.</param>
    /// <param name="cancellationToken">Gives the call up; the policy may have been deleted all the same.</param>
    /// <returns>What the server answers.</returns>
    /// <exception cref="AscendNotFoundException">There is no such policy.</exception>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<JsonObject> DeleteAsync(string id, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Deleting(id), cancellationToken);

    /// <inheritdoc cref="DeleteAsync"/>
    public JsonObject Delete(string id, CancellationToken cancellationToken = default) => _connection.Send(Deleting(id), cancellationToken);

    private ApiRequest<PolicyList> Listing() => Requests.Read(_operations.ListPolicies);

    private ApiRequest<GovernancePolicy> Creating(GovernancePolicy policy) =>
        Requests.Change(_operations.CreatePolicy, body: Body(policy));

    private ApiRequest<GovernancePolicy> Replacing(string id, GovernancePolicy policy) =>
        new(_operations.ReplacePolicy, Body(policy), Path: PathOf(id));

    private ApiRequest<JsonObject> Deleting(string id) => Requests.Read(_operations.DeletePolicy, PathOf(id));

    private static string PathOf(string id) => $"/api/governance/policies/{PathSegment.Of(id, "id")}";

    private static RequestBody Body(GovernancePolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var checks = default(FieldChecks);
        checks.RequireText(policy.PolicyName, "policy_name");
        checks.RequireText(policy.PolicyAction, "policy_action");
        checks.ThrowIfAny();
        return CanonicalBody.Of(policy with { Id = null, CreatedAt = null, UpdatedAt = null, AdditionalFields = null }, AscendJsonContext.Default.GovernancePolicy);
    }
}
