using System.Text.Json.Nodes;

namespace Trellis.Ascend;

/// <summary>An agent that is registered. Contract section 2.6.</summary>
public sealed record RegisteredAgent : AscendAnswer
{
    /// <summary>The <see cref="Status"/> of an agent that was registered before, on servers that call that a conflict.</summary>
    public const string AlreadyRegistered = "already_registered";

    /// <summary>Whether it is registered now.</summary>
    public bool? Success { get; init; }

    /// <summary>Whether it was not before; <see langword="null"/> when the server does not say.</summary>
    public bool? Created { get; init; }

    /// <summary>How it stands, such as <c>registered</c> or <see cref="AlreadyRegistered"/>.</summary>
    public string? Status { get; init; }

    /// <summary>The agent's id.</summary>
    public string AgentId { get; init => field = value ?? ""; } = "";

    /// <summary>How far it is trusted, such as <c>standard</c>.</summary>
    public string? TrustLevel { get; init; }

    /// <summary>Since when.</summary>
    public DateTimeOffset? RegisteredAt { get; init; }

    /// <summary>What it can do. Never null.</summary>
    public IReadOnlyList<string> Capabilities { get; init => field = value ?? []; } = [];

    /// <summary>The registration's id.</summary>
    public string? RegistrationId { get; init; }

    /// <summary>What else it said about itself.</summary>
    public JsonNode? Metadata { get; init; }

    /// <summary>The agent as the registry shows it.</summary>
    public JsonNode? Agent { get; init; }

    /// <summary>What the server says to a person.</summary>
    public string? Message { get; init; }

    /// <summary>What to do next. Never null.</summary>
    public IReadOnlyList<string> NextSteps { get; init => field = value ?? []; } = [];
}
