using System.Buffers;
using Trellis.Server.Kernel.Outbound;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Webhooks;

/// <summary>Which settings a subscription can have, on every platform.</summary>
internal static class WebhookRules
{
    private const int LongestName = 255;
    private const int LongestDescription = 2000;
    private const int LongestUrl = 2048;
    private const int MostEvents = 50;
    private const int LongestEvent = 100;
    private const int MostHeaders = 20;
    private const int LongestHeader = 4096;
    private const int ShortestSecret = 8;
    private const int LongestSecret = 256;

    // RFC 9110, section 5.6.2.
    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    // What frames the message or the connection is not the subscriber's to say.
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "Host", "Connection", "Keep-Alive", "Transfer-Encoding", "TE", "Trailer", "Upgrade", "Expect", "Content-Length", "Content-Type",
        "Content-Encoding", "Proxy-Authorization", "Proxy-Connection",
    };

    public static IEnumerable<WebhookFault> Check(WebhookSettings settings, OutboundGuard guard) =>
        CheckTexts(settings).Concat(CheckUrl(settings.Url, guard)).Concat(CheckEvents(settings.Events)).Concat(CheckFilters(settings.Filters))
            .Concat(CheckHeaders(settings.CustomHeaders)).Concat(CheckNumbers(settings));

    private static IEnumerable<WebhookFault> CheckTexts(WebhookSettings settings)
    {
        if (settings.Name is { } name && (string.IsNullOrWhiteSpace(name) || !IsText(name, LongestName)))
            yield return new(nameof(settings.Name), $"must have 1 to {LongestName} characters");
        if (!IsText(settings.Description, LongestDescription))
            yield return new(nameof(settings.Description), $"must have at most {LongestDescription} characters");
        if (!IsText(settings.Subject, LongestName))
            yield return new(nameof(settings.Subject), $"must have at most {LongestName} characters");
        if (settings.Secret is { } secret && (secret.Length < ShortestSecret || !IsText(secret, LongestSecret)))
            yield return new(nameof(settings.Secret), $"must have {ShortestSecret} to {LongestSecret} characters");
    }

    private static IEnumerable<WebhookFault> CheckUrl(Uri? url, OutboundGuard guard)
    {
        if (url is null)
            yield break;
        if (url.OriginalString.Length > LongestUrl)
            yield return new(nameof(WebhookSettings.Url), $"must have at most {LongestUrl} characters");
        else if (guard.Refuse(url) is { } reason)
            yield return new(nameof(WebhookSettings.Url), reason);
    }

    private static IEnumerable<WebhookFault> CheckEvents(IReadOnlyList<string>? events)
    {
        if (events is null)
            yield break;
        if (events.Count is 0 or > MostEvents)
            yield return new(nameof(WebhookSettings.Events), $"must have 1 to {MostEvents} elements");
        else if (events.Any(static name => name.Length is 0 or > LongestEvent || !StorableText.IsValid(name)))
            yield return new(nameof(WebhookSettings.Events), $"must name events of 1 to {LongestEvent} characters");
    }

    private static IEnumerable<WebhookFault> CheckFilters(string? filters)
    {
        if (filters is not null && WebhookFilter.Problem(filters) is { } problem)
            yield return new(nameof(WebhookSettings.Filters), problem);
    }

    private static IEnumerable<WebhookFault> CheckHeaders(IReadOnlyDictionary<string, string>? headers)
    {
        if (headers is null)
            yield break;
        if (headers.Count > MostHeaders)
            yield return new(nameof(WebhookSettings.CustomHeaders), $"must have at most {MostHeaders} members");

        foreach (var (name, value) in headers)
        {
            if (name.Length is 0 or > LongestEvent || name.AsSpan().ContainsAnyExcept(TokenCharacters))
                yield return new(nameof(WebhookSettings.CustomHeaders), "must have names that HTTP allows for headers");
            else if (Reserved.Contains(name))
                yield return new(nameof(WebhookSettings.CustomHeaders), $"must not set {name}");
            else if (value.Length > LongestHeader || value.AsSpan().ContainsAnyExceptInRange(' ', '~'))
                yield return new(nameof(WebhookSettings.CustomHeaders), $"must have printable ASCII of at most {LongestHeader} characters as the value of {name}");
        }
    }

    private static IEnumerable<WebhookFault> CheckNumbers(WebhookSettings settings)
    {
        if (settings.MaxRetries is < 0 or > 10)
            yield return new(nameof(settings.MaxRetries), "must be from 0 to 10");
        if (settings.RetryDelay is { } delay && (delay < TimeSpan.FromSeconds(1) || delay > TimeSpan.FromHours(1)))
            yield return new(nameof(settings.RetryDelay), "must be from 1 second to 1 hour");
        if (settings.RateLimitPerMinute is < 1 or > 1000)
            yield return new(nameof(settings.RateLimitPerMinute), "must be from 1 to 1000");
    }

    private static bool IsText(string? text, int longest) => text is null || (text.Length <= longest && StorableText.IsValid(text));
}
