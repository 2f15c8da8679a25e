using System.Text.Json.Nodes;

namespace Trellis.Ascend;

/// <summary>The circumstances of an action. Contract section 2.2. A <see cref="JsonObject"/> converts implicitly.</summary>
public sealed class ActionContext
{
    /// <summary>What the user asked for, in the user's words.</summary>
    public string? UserRequest { get; init; }

    /// <summary>The conversation or session.</summary>
    public string? SessionId { get; init; }

    /// <summary>The user's network address.</summary>
    public string? IpAddress { get; init; }

    /// <summary>The user's program.</summary>
    public string? UserAgent { get; init; }

    /// <summary>When it happens, as text.</summary>
    public string? Timestamp { get; init; }

    /// <summary>Members of the caller's own, sent beside the others; one of the same name wins. Not changed.</summary>
    public JsonObject? Custom { get; init; }

    /// <summary>A context of the caller's own members alone.</summary>
    public static implicit operator ActionContext(JsonObject custom) => new() { Custom = custom };

    /// <summary>What is sent. Members without a value are left out.</summary>
    internal JsonObject? ToJson() => MemberMerge.Merge(
        Custom,
        ("user_request", UserRequest),
        ("session_id", SessionId),
        ("ip_address", IpAddress),
        ("user_agent", UserAgent),
        ("timestamp", Timestamp));
}
