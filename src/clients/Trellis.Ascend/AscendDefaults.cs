namespace Trellis.Ascend;

/// <summary>The values that hold unless the options or a call say otherwise. Contract sections 1.1, 1.7, 4.3 and 4.4.</summary>
public static class AscendDefaults
{
    /// <summary>The address of the public API.</summary>
    public const string ApiUrl = "https://pilot.owkai.app";

    /// <summary>The <c>X-Environment</c> of requests, and the environment of a registration.</summary>
    public const string Environment = "production";

    /// <summary>The type of a registered agent.</summary>
    public const string AgentType = "supervised";

    /// <summary>The <c>agent_id</c> that is sent when none is configured.</summary>
    public const string UnknownAgentId = "unknown";

    /// <summary>The <c>agent_name</c> that is sent when neither a name nor an id is configured.</summary>
    public const string UnknownAgentName = "Unknown Agent";

    /// <summary>How many retries follow a first attempt.</summary>
    public const int MaxRetries = 3;

    /// <summary>How many failures in a row open the circuit.</summary>
    public const int CircuitBreakerThreshold = 5;

    /// <summary>How many successes on trial close the circuit.</summary>
    public const int CircuitBreakerSuccesses = 3;

    /// <summary>How many actions <see cref="AscendClient.EvaluateActionsAsync"/> takes.</summary>
    public const int MaxBulkActions = 50;

    /// <summary>How many of them are under way at a time.</summary>
    public const int BulkConcurrency = 5;

    /// <summary>How long one request may take.</summary>
    public static TimeSpan Timeout { get; } = TimeSpan.FromSeconds(5);

    /// <summary>How long to wait for a decision.</summary>
    public static TimeSpan DecisionTimeout { get; } = TimeSpan.FromSeconds(60);

    /// <summary>The wait between two looks at a pending decision.</summary>
    public static TimeSpan PollInterval { get; } = TimeSpan.FromSeconds(2);

    /// <summary>How long to wait for the approval of an MCP tool.</summary>
    public static TimeSpan McpApprovalTimeout { get; } = TimeSpan.FromSeconds(300);

    /// <summary>The wait between two looks at the pending approval of an MCP tool.</summary>
    public static TimeSpan McpPollInterval { get; } = TimeSpan.FromSeconds(5);

    /// <summary>The wait between two looks at the kill switch.</summary>
    public static TimeSpan KillSwitchInterval { get; } = TimeSpan.FromSeconds(5);

    /// <summary>The wait between two heartbeats.</summary>
    public static TimeSpan HeartbeatInterval { get; } = TimeSpan.FromSeconds(60);

    /// <summary>How long an open circuit refuses attempts after the last failure.</summary>
    public static TimeSpan CircuitBreakerTimeout { get; } = TimeSpan.FromSeconds(30);

    /// <summary>How far the timestamp of a webhook delivery may be from the present.</summary>
    public static TimeSpan WebhookTolerance { get; } = TimeSpan.FromSeconds(300);

    /// <summary>The version of this package, sent as <c>X-SDK-Version</c>.</summary>
    public static string SdkVersion { get; } = typeof(AscendDefaults).Assembly.GetName().Version!.ToString(3);
}
