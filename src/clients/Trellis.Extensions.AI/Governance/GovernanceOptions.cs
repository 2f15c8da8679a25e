using System.Text.Json.Nodes;
using Trellis.Ascend;

namespace Trellis.Extensions.AI;

/// <summary>How tools are governed. Copied when a tool is put under governance: a later change has no effect. ASCEND contract section 8.</summary>
public sealed class GovernanceOptions
{
    /// <summary>The kind of action that a call is.</summary>
    /// <value><c>tool.call</c>.</value>
    public string ActionType { get; set; } = "tool.call";

    /// <summary>What the tool acts upon.</summary>
    /// <value><see langword="null"/>: the tool's name.</value>
    public string? Resource { get; set; }

    /// <summary>How dangerous a call is held to be; a hint, which the server may take as a reason to be stricter.</summary>
    /// <value><see langword="null"/>: nothing is said about it.</value>
    public RiskLevel? RiskLevel { get; set; }

    /// <summary>Whether a person has to decide about every call.</summary>
    /// <value><see langword="false"/>.</value>
    public bool RequireHumanApproval { get; set; }

    /// <summary>Whatever else there is to say about the tool. Not changed.</summary>
    /// <value><see langword="null"/>: nothing.</value>
    public JsonObject? Metadata { get; set; }

    /// <summary>Whether a pending call waits for a person. If not, it is looked at once more and then does not run.</summary>
    /// <value><see langword="true"/>.</value>
    public bool WaitForDecision { get; set; } = true;

    /// <summary>How long to wait for a person, at least zero.</summary>
    /// <value>300 seconds.</value>
    public TimeSpan ApprovalTimeout { get; set; } = TimeSpan.FromSeconds(300);

    /// <summary>The wait between two looks at whether somebody has decided.</summary>
    /// <value>5 seconds.</value>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether a call that may not run throws an <see cref="AscendException"/>, rather than telling the model why as its result.</summary>
    /// <value><see langword="false"/>.</value>
    public bool ThrowOnDenial { get; set; }

    /// <summary>Hears that a call is allowed, before the function runs. What a callback throws is logged and changes nothing.</summary>
    /// <value><see langword="null"/>: nobody.</value>
    public Action<AuthorizationDecision>? OnAllowed { get; set; }

    /// <summary>Hears that a call is denied, at once or by a person.</summary>
    /// <value><see langword="null"/>: nobody.</value>
    public Action<AuthorizationDecision>? OnDenied { get; set; }

    /// <summary>Hears that a person has to decide, before the wait for it.</summary>
    /// <value><see langword="null"/>: nobody.</value>
    public Action<AuthorizationDecision>? OnApprovalRequired { get; set; }

    /// <summary>Hears that nobody decided within <see cref="ApprovalTimeout"/>, where there was a wait at all.</summary>
    /// <value><see langword="null"/>: nobody.</value>
    public Action<AuthorizationDecision>? OnTimeout { get; set; }

    /// <summary>Whether each decision is logged, with the logger of the ASCEND client.</summary>
    /// <value><see langword="true"/>.</value>
    public bool LogDecisions { get; set; } = true;

    internal GovernedTool Tool(AscendClient client, string name) => new(client, name, ActionType, Resource ?? name)
    {
        RiskLevel = RiskLevel,
        RequireHumanApproval = RequireHumanApproval,
        Metadata = (JsonObject?)Metadata?.DeepClone(),
        ApprovalTimeout = WaitForDecision ? ApprovalTimeout : TimeSpan.Zero,
        PollInterval = PollInterval,
        OnAllowed = OnAllowed,
        OnDenied = OnDenied,
        OnApprovalRequired = OnApprovalRequired,
        OnTimeout = OnTimeout,
        LogDecisions = LogDecisions,
    };
}
