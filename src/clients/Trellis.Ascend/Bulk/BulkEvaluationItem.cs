namespace Trellis.Ascend;

/// <summary>What became of one of many actions.</summary>
public sealed record BulkEvaluationItem
{
    /// <summary>The action's place among those that were given, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The action.</summary>
    public required AgentAction Action { get; init; }

    /// <summary>The decision, which can be pending; <see langword="null"/> when the action could not be evaluated.</summary>
    public AuthorizationDecision? Decision { get; init; }

    /// <summary>Why it could not be evaluated.</summary>
    public Exception? Exception { get; init; }

    /// <summary>The message of <see cref="Exception"/>.</summary>
    public string? Error => Exception?.Message;

    /// <summary>Whether the action was evaluated; a denied one was.</summary>
    public bool Succeeded => Decision is not null;
}
