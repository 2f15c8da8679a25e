using System.Text.Json.Nodes;

namespace Trellis.Ascend;

/// <summary>What an agent says about itself when it registers. Contract section 2.6. Members that are <see langword="null"/> are not sent.</summary>
public sealed record AgentRegistration
{
    /// <summary>
    /// The kind of agent: <c>supervised</c>, <c>autonomous</c>, <c>advisory</c>, <c>mcp_server</c>, <c>custom</c>, or a word of the
    /// caller's own.
    /// </summary>
    /// <value><c>supervised</c>.</value>
    public string AgentType { get; init; } = AscendDefaults.AgentType;

    /// <summary>What it can do, such as <c>database.query</c>.</summary>
    public IReadOnlyList<string> Capabilities { get; init; } = [];

    /// <summary>What it may act upon, with <c>*</c> for any text.</summary>
    public IReadOnlyList<string> AllowedResources { get; init; } = [];

    /// <summary>Whatever else there is to say. Not changed.</summary>
    public JsonObject? Metadata { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>The kinds of action it may take.</summary>
    public IReadOnlyList<string>? AllowedActionTypes { get; init; }

    /// <summary>What it must not act upon, with <c>*</c> for any text.</summary>
    public IReadOnlyList<string>? BlockedResources { get; init; }

    /// <summary>The risk below which its actions need no person, from 0 to 100.</summary>
    public int? AutoApproveBelow { get; init; }

    /// <summary>The risk from which on a person has to decide, from 0 to 100.</summary>
    public int? MaxRiskThreshold { get; init; }

    /// <summary>The risk from which on that person has to prove its identity twice, from 0 to 100.</summary>
    public int? RequiresMfaAbove { get; init; }

    /// <summary>Whether actions of high risk raise an alert.</summary>
    public bool? AlertOnHighRisk { get; init; }

    /// <summary>Who is alerted.</summary>
    public IReadOnlyList<string>? AlertRecipients { get; init; }

    /// <summary>Words to find it by.</summary>
    public IReadOnlyList<string>? Tags { get; init; }
}
