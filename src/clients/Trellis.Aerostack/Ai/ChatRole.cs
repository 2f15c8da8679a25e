using System.Text.Json.Serialization;
using Trellis.Aerostack.Json;

namespace Trellis.Aerostack;

/// <summary>Who says something in a conversation. An open set: a role that this version does not know can be received, but not sent.</summary>
[JsonConverter(typeof(ChatRoleConverter))]
public readonly record struct ChatRole
{
    private readonly string? _value;

    /// <summary>Wraps a value from the wire, in the exact case it has there.</summary>
    public ChatRole(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Whoever sets the conversation up, <c>system</c>.</summary>
    public static ChatRole System { get; } = new("system");

    /// <summary>The person, <c>user</c>.</summary>
    public static ChatRole User { get; } = new("user");

    /// <summary>The model, <c>assistant</c>.</summary>
    public static ChatRole Assistant { get; } = new("assistant");

    /// <summary>Whether this version knows the value.</summary>
    public bool IsKnown => this == System || this == User || this == Assistant;

    /// <summary>The value as on the wire.</summary>
    public override string ToString() => _value ?? "";
}
