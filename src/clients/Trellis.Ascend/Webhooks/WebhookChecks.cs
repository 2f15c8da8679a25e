namespace Trellis.Ascend;

/// <summary>What can be known to be wrong with a webhook before it is sent. Contract section 3.6.</summary>
internal static class WebhookChecks
{
    private static readonly string Names = string.Join(", ", WebhookEvents.All.Order(StringComparer.Ordinal));

    /// <exception cref="AscendValidationException">Something is wrong; every field that is stands in the exception.</exception>
    public static void Check(string? url, IReadOnlyList<string>? events)
    {
        var checks = default(FieldChecks);
        if (url is not null)
        {
            checks.Require(
                Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps, "url", "must be an https address");
        }

        if (events is not null)
        {
            checks.Require(events.Count > 0, "events", "must name at least one event");
            foreach (var name in events)
            {
                checks.Require(name is not null && WebhookEvents.All.Contains(name), "events", $"must be among {Names}, but one is '{name}'");
            }
        }

        checks.ThrowIfAny();
    }
}
