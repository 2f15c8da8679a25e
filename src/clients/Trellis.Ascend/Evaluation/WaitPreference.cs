using System.Globalization;

namespace Trellis.Ascend;

/// <summary>
/// Asks the server to answer as soon as there is something new, and otherwise only after a while: <c>Prefer: wait</c> (RFC 7240, section 4.3).
/// A server that does not know it answers at once.
/// </summary>
internal static class WaitPreference
{
    private const string Header = "Prefer";

    /// <summary>The preference for a wait, in whole seconds; null for less than one.</summary>
    public static CallOverrides? Of(TimeSpan wait) =>
        wait < TimeSpan.FromSeconds(1)
            ? null
            : new CallOverrides { Headers = new Dictionary<string, string> { [Header] = string.Create(CultureInfo.InvariantCulture, $"wait={(long)wait.TotalSeconds}") } };
}
