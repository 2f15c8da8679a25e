using System.Text.Json.Nodes;
using Trellis.Ascend.Json;

namespace Trellis.Ascend;

/// <summary>The organisation's policies. Reached through <see cref="AscendClient.Policies"/>. Safe for concurrent use.</summary>
public sealed class AscendPolicies
{
    private readonly ApiConnection _connection;
    private readonly ApiOperation<PolicyList> _list;
    private readonly ApiOperation<GovernancePolicy> _create;
    private readonly ApiOperation<GovernancePolicy> _put;
    private readonly ApiOperation<JsonObject> _delete;
    private readonly ApiOperation<PolicyEvaluation> _evaluate;

    internal AscendPolicies(ApiConnection connection, AscendOperations operations)
    {
        _connection = connection;
        _list = operations.Get<PolicyList>("policies.list", "/api/governance/policies");
        _create = operations.Post<GovernancePolicy>("policies.create", "/api/governance/policies");
        _put = operations.Put<GovernancePolicy>("policies.put", "/api/governance/policies/{id}");
        _delete = operations.Delete<JsonObject>("policies.delete", "/api/governance/policies/{id}");
        _evaluate = operations.Post<PolicyEvaluation>("policies.evaluate", "/api/governance/policies/evaluate-realtime");
    }

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

    /// <summary>
    /// Tells what the policies would say about an action, without submitting it: the one call that may carry a score. Contract section 2.11.
    /// </summary>
    /// <param name="actionType">The kind of action.</param>
    /// <param name="resource">What is acted upon.</param>
    /// <param name="riskScore">The score to suppose, from 0 to 100; <see langword="null"/> for none.</param>
    /// <param name="context">The circumstances. Not changed.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AscendValidationException">A value is not valid; known before anything is sent where possible.</exception>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<PolicyEvaluation> EvaluateAsync(
        string actionType, string resource, int? riskScore = null, JsonObject? context = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Evaluating(actionType, resource, riskScore, context), cancellationToken);

    /// <inheritdoc cref="EvaluateAsync"/>
    public PolicyEvaluation Evaluate(
        string actionType, string resource, int? riskScore = null, JsonObject? context = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Evaluating(actionType, resource, riskScore, context), cancellationToken);

    private ApiRequest<PolicyList> Listing() => Requests.Read(_list);

    private ApiRequest<PolicyEvaluation> Evaluating(string actionType, string resource, int? riskScore, JsonObject? context)
    {
        var checks = default(FieldChecks);
        checks.RequireText(actionType, "action_type");
        checks.RequireText(resource, "resource");
        checks.Require(riskScore is null or (>= 0 and <= 100), "risk_score", "must be from 0 to 100");
        checks.ThrowIfAny();
        var body = new PolicyQuestion(actionType, resource, riskScore, context is { Count: > 0 } ? context : null);
        return Requests.Change(_evaluate, body: CanonicalBody.Of(body, AscendJsonContext.Default.PolicyQuestion));
    }

    private ApiRequest<GovernancePolicy> Creating(GovernancePolicy policy) =>
        Requests.Change(_create, body: Body(policy));

    private ApiRequest<GovernancePolicy> Replacing(string id, GovernancePolicy policy) =>
        new(_put, Body(policy), Path: PathSegment.In(_put.Path, id, "id"));

    private ApiRequest<JsonObject> Deleting(string id) => Requests.Read(_delete, PathSegment.In(_delete.Path, id, "id"));

    private static RequestBody Body(GovernancePolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var checks = default(FieldChecks);
        checks.RequireText(policy.PolicyName, "policy_name");
        checks.RequireText(policy.PolicyAction, "policy_action");
        checks.ThrowIfAny();
        var sent = policy with { Id = null, CreatedAt = null, UpdatedAt = null, AdditionalFields = null };
        return CanonicalBody.Of(sent, AscendJsonContext.Default.GovernancePolicy);
    }
}
