using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Identity;

/// <summary>The rule for the <c>sub</c> of a token: it becomes a stored name (OpenID Connect Core, section 2, sets the length).</summary>
internal static class TokenSubject
{
    private const int LongestSubject = 255;

    public static bool IsAllowed(string? subject) =>
        !string.IsNullOrWhiteSpace(subject) && subject.Length <= LongestSubject && !subject.Any(char.IsControl) && StorableText.IsValid(subject);
}
