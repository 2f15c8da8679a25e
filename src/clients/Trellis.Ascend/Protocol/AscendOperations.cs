using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Trellis.Ascend.Json;

namespace Trellis.Ascend;

/// <summary>Every operation of the API, in one place. Contract section 2.1; paths of the generation 2.4.1 and later.</summary>
internal sealed partial class AscendOperations
{
    private readonly JsonSerializerOptions _json;

    private AscendOperations(JsonSerializerOptions json)
    {
        _json = json;
        Submit = Post<DecisionBody>("actions.submit", "/api/v1/actions/submit");
        ActionStatus = Get<DecisionBody>("actions.status", "/api/v1/actions/{id}/status");
        Complete = Post<ActionLogEntry>("actions.complete", "/api/agent-action/{id}/complete");
        Fail = Post<ActionLogEntry>("actions.fail", "/api/agent-action/{id}/fail");
        Register = Post<RegisteredAgent>("agents.register", "/api/registry/agents");
        CheckApproval = Get<ApprovalBody>("approvals.check", "/api/sdk/approval/{id}");
        ListApprovals = Get<ApprovalList>("approvals.list", "/api/v1/approvals");
        Approve = Post<ApprovalDecision>("approvals.approve", "/api/v1/actions/{id}/approve");
        Reject = Post<ApprovalDecision>("approvals.reject", "/api/v1/actions/{id}/reject");
        ConfigureWebhook = Post<WebhookSubscription>("webhooks.configure", "/api/webhooks/configure");
        Health = Get<DeploymentBody>("health", "/health");
        Deployment = Get<DeploymentBody>("deployment", "/api/deployment-info");
        KeyHealth = Get<DeploymentBody>("health.key", "/api/sdk/health");
        ListPolicies = Get<PolicyList>("policies.list", "/api/governance/policies");
        CreatePolicy = Post<GovernancePolicy>("policies.create", "/api/governance/policies");
        ReplacePolicy = Operation<GovernancePolicy>("policies.replace", HttpMethod.Put, "/api/governance/policies/{id}", isIdempotent: true);
        DeletePolicy = Operation<JsonObject>("policies.delete", HttpMethod.Delete, "/api/governance/policies/{id}", isIdempotent: true);
    }

    /// <summary>Answers may hold fields that this version does not know.</summary>
    public static AscendOperations Tolerant { get; } = new(AscendJsonContext.Default.Options);

    /// <summary>Answers must hold the contract's fields alone.</summary>
    public static AscendOperations Strict { get; } = new(StrictJson.From(AscendJsonContext.Default));

    public ApiOperation<DecisionBody> Submit { get; }

    public ApiOperation<DecisionBody> ActionStatus { get; }

    public ApiOperation<ActionLogEntry> Complete { get; }

    public ApiOperation<ActionLogEntry> Fail { get; }

    public ApiOperation<RegisteredAgent> Register { get; }

    public ApiOperation<ApprovalBody> CheckApproval { get; }

    public ApiOperation<ApprovalList> ListApprovals { get; }

    public ApiOperation<ApprovalDecision> Approve { get; }

    public ApiOperation<ApprovalDecision> Reject { get; }

    public ApiOperation<WebhookSubscription> ConfigureWebhook { get; }

    public ApiOperation<DeploymentBody> Health { get; }

    public ApiOperation<DeploymentBody> Deployment { get; }

    public ApiOperation<DeploymentBody> KeyHealth { get; }

    public ApiOperation<PolicyList> ListPolicies { get; }

    public ApiOperation<GovernancePolicy> CreatePolicy { get; }

    public ApiOperation<GovernancePolicy> ReplacePolicy { get; }

    public ApiOperation<JsonObject> DeletePolicy { get; }

    /// <summary>An operation that this version has no method for.</summary>
    public static ApiOperation<JsonObject> Raw(HttpMethod method, string path, bool isIdempotent) =>
        new("request", method, path, AscendJsonContext.Default.JsonObject, isIdempotent);

    private ApiOperation<T> Get<T>(string name, string path) => Operation<T>(name, HttpMethod.Get, path, isIdempotent: true);

    private ApiOperation<T> Post<T>(string name, string path) => Operation<T>(name, HttpMethod.Post, path, isIdempotent: false);

    private ApiOperation<T> Operation<T>(string name, HttpMethod method, string path, bool isIdempotent) =>
        new(name, method, path, (JsonTypeInfo<T>)_json.GetTypeInfo(typeof(T)), isIdempotent);
}
