using System.Text.Json;
using System.Text.Json.Nodes;
using Trellis.Ascend.Json;

namespace Trellis.Ascend;

/// <summary>
/// The operations of the API's reference, and what makes those of the later generations, which stand beside the methods that call them.
/// Contract section 2.1; paths of the generation 2.4.1 and later.
/// </summary>
internal sealed class AscendOperations
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
        ConfigureWebhook = Post<WebhookSubscription>("webhooks.configure", "/api/webhooks/configure");
        Health = Get<DeploymentBody>("health", "/health");
        Deployment = Get<DeploymentBody>("deployment", "/api/deployment-info");
        KeyHealth = Get<DeploymentBody>("health.key", "/api/sdk/health");
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

    public ApiOperation<WebhookSubscription> ConfigureWebhook { get; }

    public ApiOperation<DeploymentBody> Health { get; }

    public ApiOperation<DeploymentBody> Deployment { get; }

    public ApiOperation<DeploymentBody> KeyHealth { get; }

    /// <summary>An operation that this version has no method for.</summary>
    public static ApiOperation<JsonObject> Raw(HttpMethod method, string path, bool isIdempotent) =>
        new("request", method, path, AscendJsonContext.Default.Options, isIdempotent);

    /// <summary>An operation that reads.</summary>
    public ApiOperation<T> Get<T>(string name, string path) => Operation<T>(name, HttpMethod.Get, path, isIdempotent: true);

    /// <summary>An operation that may be repeated with an idempotency key alone.</summary>
    public ApiOperation<T> Post<T>(string name, string path) => Operation<T>(name, HttpMethod.Post, path, isIdempotent: false);

    /// <summary>An operation that sets something to what is sent.</summary>
    public ApiOperation<T> Put<T>(string name, string path) => Operation<T>(name, HttpMethod.Put, path, isIdempotent: true);

    /// <summary>An operation that removes something.</summary>
    public ApiOperation<T> Delete<T>(string name, string path) => Operation<T>(name, HttpMethod.Delete, path, isIdempotent: true);

    /// <summary>An operation that reads and is attempted once, since whoever calls it comes again anyway.</summary>
    public ApiOperation<T> GetOnce<T>(string name, string path) => Operation<T>(name, HttpMethod.Get, path, isIdempotent: false);

    /// <summary>The same of an operation that changes something. It must not be given an idempotency key.</summary>
    public ApiOperation<T> PostOnce<T>(string name, string path) => Operation<T>(name, HttpMethod.Post, path, isIdempotent: false);

    private ApiOperation<T> Operation<T>(string name, HttpMethod method, string path, bool isIdempotent) =>
        new(name, method, path, _json, isIdempotent);
}
