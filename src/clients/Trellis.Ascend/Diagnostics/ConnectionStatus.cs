namespace Trellis.Ascend;

/// <summary>What a test of the connection found. Contract section 2.9.</summary>
public sealed record ConnectionStatus
{
    /// <summary>Whether the server answered and took the key.</summary>
    public required bool Connected { get; init; }

    /// <summary><c>connected</c> or <c>error</c>.</summary>
    public string Status => Connected ? "connected" : "error";

    /// <summary>The server's version.</summary>
    /// <value><c>unknown</c> when it does not say.</value>
    public string ApiVersion { get; init; } = "unknown";

    /// <summary>The server's environment.</summary>
    public string? Environment { get; init; }

    /// <summary>The client's agent.</summary>
    public string? AgentId { get; init; }

    /// <summary>The client's fail mode: <c>closed</c> or <c>open</c>.</summary>
    public string FailMode { get; init; } = "closed";

    /// <summary>What went wrong.</summary>
    public string? Error { get; init; }

    /// <summary>The exception behind <see cref="Error"/>.</summary>
    public AscendException? Exception { get; init; }

    /// <summary>
    /// A value by its name on the wire: <c>status</c>, <c>connected</c>, <c>api_version</c>, <c>environment</c>, <c>agent_id</c>,
    /// <c>fail_mode</c>, <c>error</c>.
    /// </summary>
    /// <exception cref="KeyNotFoundException">There is no such value.</exception>
    public object? this[string name] => name switch
    {
        "status" => Status,
        "connected" => Connected,
        "api_version" => ApiVersion,
        "environment" => Environment,
        "agent_id" => AgentId,
        "fail_mode" => FailMode,
        "error" => Error,
        _ => throw new KeyNotFoundException($"A connection status has no value '{name}'."),
    };
}
