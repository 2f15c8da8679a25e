namespace Trellis.Ascend;

/// <summary>The values of <see cref="TrellisException.ErrorCode"/> on ASCEND's exceptions. Contract section 4.1.</summary>
public static class AscendErrorCodes
{
    /// <summary>The key was refused or is missing.</summary>
    public const string Authentication = "AUTH_ERROR";

    /// <summary>The action may not even be evaluated, or the key lacks a right.</summary>
    public const string Authorization = "AUTHZ_DENIED";

    /// <summary>A <see cref="GovernedTool"/> may not run.</summary>
    public const string McpActionDenied = "MCP_ACTION_DENIED";

    /// <summary>The request is not valid.</summary>
    public const string Validation = "VALIDATION_ERROR";

    /// <summary>Too many requests.</summary>
    public const string RateLimit = "RATE_LIMIT";

    /// <summary>A clock ran out.</summary>
    public const string Timeout = "TIMEOUT";

    /// <summary>The server cannot be reached.</summary>
    public const string Connection = "CONNECTION_ERROR";

    /// <summary>The circuit breaker refuses attempts.</summary>
    public const string CircuitOpen = "CIRCUIT_OPEN";

    /// <summary>The client is set up wrongly.</summary>
    public const string Configuration = "CONFIG_ERROR";

    /// <summary>The kill switch is on.</summary>
    public const string KillSwitch = "KILL_SWITCH_ACTIVE";

    /// <summary>The server failed.</summary>
    public const string Server = "SERVER_ERROR";

    /// <summary>There is no such thing.</summary>
    public const string NotFound = "NOT_FOUND";

    /// <summary>It contradicts the present state.</summary>
    public const string Conflict = "CONFLICT";

    /// <summary>The answer is not what the contract says.</summary>
    public const string Response = "INVALID_RESPONSE";
}
