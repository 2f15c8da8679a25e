namespace Trellis.Server.Console.Webhooks;

/// <summary>A webhook, as ASCEND shows it.</summary>
internal sealed record WebhookItem
{
    /// <summary>Its id.</summary>
    public string Id { get; init; } = "";

    /// <summary>Its name; null when it has none.</summary>
    public string? Name { get; init; }

    /// <summary>Who is told.</summary>
    public string Url { get; init; } = "";

    /// <summary>Of what; <c>*</c> is everything.</summary>
    public IReadOnlyList<string> Events { get; init; } = [];

    /// <summary>The one agent that it is about; null for all.</summary>
    public string? AgentId { get; init; }

    /// <summary><c>active</c>, <c>inactive</c>, or <c>disabled</c> when the server has switched it off.</summary>
    public string Status { get; init; } = "";

    /// <summary>Whether it is told.</summary>
    public bool Active { get; init; }

    /// <summary>Why the server has switched it off.</summary>
    public string? DisabledReason { get; init; }

    /// <summary>Who made it.</summary>
    public string CreatedBy { get; init; } = "";

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>What people call it.</summary>
    public string Title => string.IsNullOrEmpty(Name) ? Url : Name;
}
