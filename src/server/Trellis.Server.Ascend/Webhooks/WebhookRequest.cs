using System.Text.Json;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Webhooks;

namespace Trellis.Server.Ascend.Webhooks;

/// <summary>
/// The body that makes or changes a webhook, in the SDKs' words (<c>url</c>, <c>events</c>) or in those of the REST interface
/// (<c>target_url</c>, <c>event_types</c>); contract, section 2.8.
/// </summary>
internal static class WebhookRequest
{
    /// <summary>Reads a body. What is wrong is added to the fields' errors.</summary>
    /// <param name="body">The body.</param>
    /// <param name="webhooks">Knows what a webhook can be.</param>
    /// <param name="isAdmin">Whether all events may be asked for.</param>
    /// <param name="isNew">Whether an address and events are needed.</param>
    public static WebhookSettings Read(Fields body, IWebhookSubscriptions webhooks, bool isAdmin, bool isNew)
    {
        var url = body.Has("target_url") ? "target_url" : "url";
        var events = body.Has("event_types") ? "event_types" : "events";
        if (isNew && !body.Has(url))
            body.Errors.Add(url, "is required");
        if (isNew && !body.Has(events))
            body.Errors.Add(events, "is required");

        var retries = body.Nested("retry_config");
        var settings = new WebhookSettings
        {
            Name = body.OptionalText("name", int.MaxValue),
            Description = body.OptionalText("description", int.MaxValue),
            Url = ReadUrl(body, url),
            Events = ReadEvents(body, events, isAdmin),
            Filters = body.Object("event_filters") is { ValueKind: JsonValueKind.Object } filters ? filters.GetRawText() : null,
            CustomHeaders = ReadHeaders(body),
            Subject = body.OptionalText("agent_id", int.MaxValue),
            MaxRetries = (int?)retries.OptionalInteger("max_retries", 0, 10),
            RetryDelay = retries.OptionalInteger("retry_delay_seconds", 1, 3600) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            RateLimitPerMinute = (int?)body.OptionalInteger("rate_limit_per_minute", 1, 1000),
            IsActive = body.OptionalBoolean("active") ?? body.OptionalBoolean("is_active"),
            Secret = body.OptionalText("secret", int.MaxValue),
        };
        foreach (var fault in webhooks.Check(settings))
            body.Errors.Add(NameOf(fault.Setting, url, events), fault.Message);
        return settings;
    }

    /// <summary>Whether settings say anything at all.</summary>
    public static bool IsEmpty(WebhookSettings settings) => settings is
    {
        Name: null, Description: null, Url: null, Events: null, Filters: null, CustomHeaders: null, Subject: null, MaxRetries: null,
        RetryDelay: null, RateLimitPerMinute: null, IsActive: null, Secret: null,
    };

    private static Uri? ReadUrl(Fields body, string name)
    {
        if (body.OptionalText(name, int.MaxValue) is not { } text)
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var url))
            return url;

        body.Errors.Add(name, "must be absolute and begin with https://");
        return null;
    }

    private static IReadOnlyList<string>? ReadEvents(Fields body, string name, bool isAdmin)
    {
        var events = body.OptionalTexts(name, most: 50);
        for (var i = 0; i < events?.Count; i++)
        {
            if (!EventNames.MaySubscribe(events[i], isAdmin))
                body.Errors.Add($"{name}[{i}]", $"must be one of {string.Join(", ", EventNames.All.Where(known => isAdmin || known.IsOfSdk).Select(static known => known.Name))}");
        }

        return events;
    }

    private static Dictionary<string, string>? ReadHeaders(Fields body)
    {
        var headers = body.Object("custom_headers");
        if (headers.ValueKind is not JsonValueKind.Object)
            return null;

        var read = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var values = body.Nested("custom_headers");
        foreach (var header in headers.EnumerateObject())
            read[header.Name] = values.OptionalText(header.Name, int.MaxValue) ?? "";
        return read;
    }

    private static string NameOf(string setting, string url, string events) => setting switch
    {
        nameof(WebhookSettings.Url) => url,
        nameof(WebhookSettings.Events) => events,
        nameof(WebhookSettings.Filters) => "event_filters",
        nameof(WebhookSettings.CustomHeaders) => "custom_headers",
        nameof(WebhookSettings.Subject) => "agent_id",
        nameof(WebhookSettings.MaxRetries) => "retry_config.max_retries",
        nameof(WebhookSettings.RetryDelay) => "retry_config.retry_delay_seconds",
        nameof(WebhookSettings.RateLimitPerMinute) => "rate_limit_per_minute",
        _ => setting.ToLowerInvariant(),
    };
}
