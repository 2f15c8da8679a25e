namespace Trellis.Aerostack;

/// <summary>What somebody says in a conversation. One without members is valid. Contract section 2.1.1.</summary>
public sealed record ChatMessage
{
    /// <summary>Creates a message without members.</summary>
    public ChatMessage()
    {
    }

    /// <summary>Creates a message.</summary>
    /// <param name="role">Who says it.</param>
    /// <param name="content">What is said.</param>
    public ChatMessage(ChatRole role, string content) => (Role, Content) = (role, content);

    /// <summary>Who says it.</summary>
    public ChatRole? Role { get; init; }

    /// <summary>What is said.</summary>
    public string? Content { get; init; }

    /// <summary>A message of <see cref="ChatRole.System"/>.</summary>
    public static ChatMessage FromSystem(string content) => new(ChatRole.System, content);

    /// <summary>A message of <see cref="ChatRole.User"/>.</summary>
    public static ChatMessage FromUser(string content) => new(ChatRole.User, content);

    /// <summary>A message of <see cref="ChatRole.Assistant"/>.</summary>
    public static ChatMessage FromAssistant(string content) => new(ChatRole.Assistant, content);
}
