using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Trellis.Server.Kernel.Requests;

/// <summary>How long a caller would rather wait than be told that nothing is new: <c>Prefer: wait=SECONDS</c> (RFC 7240, section 4.3).</summary>
public static class WaitPreference
{
    private const string Header = "Prefer";
    private const string Name = "wait";
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>The wait that a request asks for, up to half a minute; zero when it asks for none, or for something else.</summary>
    public static TimeSpan Read(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        foreach (var preference in request.Headers.GetCommaSeparatedValues(Header))
        {
            var parts = preference.Split(';')[0].Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts.Length == 2
                && parts[0].Equals(Name, StringComparison.OrdinalIgnoreCase)
                && int.TryParse(parts[1].Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            {
                return TimeSpan.FromSeconds(Math.Min(seconds, Longest.TotalSeconds));
            }
        }

        return TimeSpan.Zero;
    }
}
