namespace Trellis.Server.Console.Policies;

/// <summary>An action, and what would be decided about it without a policy and with it.</summary>
internal sealed record TriedAction
{
    /// <summary>Its number.</summary>
    public long ActionId { get; init; }

    /// <summary>Who asked.</summary>
    public string AgentId { get; init; } = "";

    /// <summary>For what.</summary>
    public string ActionType { get; init; } = "";

    /// <summary>On what.</summary>
    public string Resource { get; init; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Whether the policy concerns it.</summary>
    public bool Matches { get; init; }

    /// <summary>Whether the decision would be another one.</summary>
    public bool Changes { get; init; }

    /// <summary>As things are.</summary>
    public required TriedDecision Before { get; init; }

    /// <summary>As they would be.</summary>
    public required TriedDecision After { get; init; }
}
