using System.Globalization;

namespace Trellis.Aerostack;

/// <summary>Looks at conversations before they are sent. Contract section 2.1.1.</summary>
internal static class ChatChecks
{
    /// <summary>Refuses roles that the API does not have. No messages, and messages without members, are valid.</summary>
    /// <exception cref="AerostackValidationException">A role is not known.</exception>
    public static void Check(IReadOnlyList<ChatMessage> messages)
    {
        ArgumentNullException.ThrowIfNull(messages);
        for (var index = 0; index < messages.Count; index++)
        {
            var field = string.Create(CultureInfo.InvariantCulture, $"messages.{index}.role");
            Require(messages[index].Role is not { IsKnown: false }, field, "must be system, user or assistant");
        }
    }

    /// <exception cref="AerostackValidationException">It does not hold.</exception>
    public static void Require(bool holds, string field, string message)
    {
        if (!holds)
        {
            throw new AerostackValidationException(field, message);
        }
    }
}
