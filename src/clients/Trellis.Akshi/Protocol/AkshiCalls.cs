namespace Trellis.Akshi;

/// <summary>The operations behind the methods of <see cref="AkshiClient"/> itself. Contract section 2.0.</summary>
internal sealed class AkshiCalls(AkshiOperations operations)
{
    public ApiOperation<HealthStatus> Health { get; } = operations.Get<HealthStatus>("health", "/api/v1/health");

    public ApiOperation<string> Metrics { get; } = operations.Get<string>("metrics", "/api/v1/metrics");

    public ApiOperation<IReadOnlyList<AgentStatus>> Status { get; } = operations.Get<IReadOnlyList<AgentStatus>>("status", "/api/v1/status");

    public ApiOperation<LogPage> Logs { get; } = operations.Get<LogPage>("logs", "/api/v1/logs");

    public ApiOperation<FindingPage> Findings { get; } = operations.Get<FindingPage>("findings", "/api/v1/findings");

    public ApiOperation<FindingReceipt> PostFindings { get; } = operations.Post<FindingReceipt>("findings.post", "/api/v1/findings");

    public ApiOperation<IReadOnlyList<BrokerGrant>> BrokerGrants { get; } =
        operations.Get<IReadOnlyList<BrokerGrant>>("broker.grants", "/api/v1/broker/grants");

    public ApiOperation<GrantChange> RevokeBrokerGrant { get; } = operations.Delete<GrantChange>("broker.grants.revoke", "/api/v1/broker/grants/{id}");

    public ApiOperation<ApprovalList> Approvals { get; } = operations.Get<ApprovalList>("approvals", "/api/v1/approvals");

    public ApiOperation<ApprovalReceipt> PostApproval { get; } = operations.Post<ApprovalReceipt>("approvals.post", "/api/v1/approvals");

    public ApiOperation<A2ATaskList> A2ATasks { get; } = operations.Get<A2ATaskList>("a2a.tasks", "/api/v1/a2a/tasks");

    public ApiOperation<ReloadResult> Reload { get; } = operations.Post<ReloadResult>("reload", "/api/v1/reload");
}
