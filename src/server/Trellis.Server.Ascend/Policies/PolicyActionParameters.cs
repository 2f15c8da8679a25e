namespace Trellis.Server.Ascend.Policies;

/// <summary>How what a policy demands is carried out (<c>action_params</c>).</summary>
internal sealed record PolicyActionParameters
{
    /// <summary>Nothing said.</summary>
    public static PolicyActionParameters None { get; } = new();

    /// <summary>Who may approve.</summary>
    public IReadOnlyList<string> Approvers { get; init; } = [];

    /// <summary>How many people have to approve; null when one suffices.</summary>
    public int? MinApprovers { get; init; }

    /// <summary>How long they have; null for what the workflow says.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Whether it goes to a higher level when that time is over.</summary>
    public bool EscalateOnTimeout { get; init; }

    /// <summary>Whether they have to say why.</summary>
    public bool RequireJustification { get; init; }

    /// <summary>To whom it goes when it is escalated; null for what the workflow says.</summary>
    public string? EscalateTo { get; init; }

    /// <summary>Where people are told; null for nowhere in particular.</summary>
    public string? NotificationChannel { get; init; }

    /// <summary>Which address is told; null for none.</summary>
    public string? WebhookUrl { get; init; }

    /// <summary>How severe it is: <c>low</c>, <c>medium</c>, <c>high</c> or <c>critical</c>; null for unsaid.</summary>
    public string? Severity { get; init; }

    /// <summary>The parameters as they were written: a JSON object.</summary>
    public string Json { get; init; } = "{}";
}
