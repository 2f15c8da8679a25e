using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Webhooks;

/// <inheritdoc cref="IWebhookSubscriptions"/>
internal sealed class WebhookSubscriptions(WebhookDirectory directory, WebhookSecrets secrets, WebhookGuard guard, TimeProvider time)
    : IWebhookSubscriptions
{
    /// <inheritdoc/>
    public IReadOnlyList<WebhookFault> Check(WebhookSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return [.. WebhookRules.Check(settings, guard.Guard)];
    }

    /// <inheritdoc/>
    public async ValueTask<NewWebhook?> AddAsync(ISqlSession session, long organisationId, string platform, string createdBy, WebhookSettings settings)
    {
        RequireSound(settings);
        if (settings.Url is null || settings.Events is null)
            throw new ArgumentException("A new subscription needs a URL and events.", nameof(settings));
        if (await WebhookSubscriptionTable.CountAsync(session, organisationId, platform) >= IWebhookSubscriptions.Limit)
            return null;

        var webhook = New(organisationId, platform, createdBy, settings);
        var secret = settings.Secret ?? secrets.Generate();
        await WebhookSubscriptionTable.InsertAsync(
            session,
            webhook,
            secrets.SealSecret(organisationId, webhook.Id, secret),
            settings.CustomHeaders is { } headers ? secrets.SealHeaders(organisationId, webhook.Id, headers) : null);
        await directory.ChangeAsync(session, organisationId);
        return new NewWebhook(webhook, secret);
    }

    /// <inheritdoc/>
    public async ValueTask<WebhookSubscription?> UpdateAsync(
        ISqlSession session, long organisationId, string platform, string id, WebhookSettings settings)
    {
        RequireSound(settings);
        ArgumentNullException.ThrowIfNull(session);
        if (await WebhookSubscriptionTable.FindAsync(session, organisationId, platform, id, session.Dialect.ForUpdate) is not { } old)
            return null;

        var webhook = Change(old, settings);
        await WebhookSubscriptionTable.UpdateAsync(session, webhook);
        if (settings.CustomHeaders is { } headers)
            await WebhookSubscriptionTable.SetHeadersAsync(session, id, secrets.SealHeaders(organisationId, id, headers));
        if (settings.Secret is { } secret)
            await WebhookSubscriptionTable.SetSecretAsync(session, id, secrets.SealSecret(organisationId, id, secret));
        await directory.ChangeAsync(session, organisationId);
        return webhook;
    }

    /// <inheritdoc/>
    public async ValueTask<NewWebhook?> RotateSecretAsync(ISqlSession session, long organisationId, string platform, string id)
    {
        var secret = secrets.Generate();
        return await UpdateAsync(session, organisationId, platform, id, new WebhookSettings { Secret = secret }) is { } webhook
            ? new NewWebhook(webhook, secret)
            : null;
    }

    /// <inheritdoc/>
    public async ValueTask<WebhookSubscription?> RemoveAsync(ISqlSession session, long organisationId, string platform, string id)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (await WebhookSubscriptionTable.FindAsync(session, organisationId, platform, id, session.Dialect.ForUpdate) is not { } webhook)
            return null;

        await WebhookSubscriptionTable.DeleteAsync(session, id);
        await directory.ChangeAsync(session, organisationId);
        return webhook;
    }

    /// <inheritdoc/>
    public ValueTask<WebhookSubscription?> FindAsync(ISqlSession session, long organisationId, string platform, string id) =>
        WebhookSubscriptionTable.FindAsync(session, organisationId, platform, id);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<WebhookSubscription>> ListAsync(ISqlSession session, long organisationId, string platform) =>
        WebhookSubscriptionTable.ListAsync(session, organisationId, platform);

    private WebhookSubscription New(long organisationId, string platform, string createdBy, WebhookSettings settings)
    {
        var now = time.GetUtcNow();
        return new WebhookSubscription
        {
            Id = Guid.CreateVersion7(now).ToString(),
            OrganisationId = organisationId,
            Platform = platform,
            Name = settings.Name ?? settings.Url!.Host,
            Description = settings.Description ?? "",
            Url = settings.Url!,
            Events = [.. settings.Events!.Distinct()],
            Filters = settings.Filters ?? "{}",
            CustomHeaderNames = [.. settings.CustomHeaders?.Keys ?? []],
            Subject = string.IsNullOrEmpty(settings.Subject) ? null : settings.Subject,
            MaxRetries = settings.MaxRetries ?? 3,
            RetryDelay = settings.RetryDelay ?? TimeSpan.FromSeconds(60),
            RateLimitPerMinute = settings.RateLimitPerMinute ?? 100,
            IsActive = settings.IsActive ?? true,
            ConsecutiveDeadLetters = 0,
            CreatedBy = createdBy,
            CreatedAt = now,
            UpdatedAt = now,
        };
    }

    private WebhookSubscription Change(WebhookSubscription old, WebhookSettings settings)
    {
        var isRevived = settings.IsActive == true && !old.IsActive;
        return old with
        {
            Name = settings.Name ?? old.Name,
            Description = settings.Description ?? old.Description,
            Url = settings.Url ?? old.Url,
            Events = settings.Events is { } events ? [.. events.Distinct()] : old.Events,
            Filters = settings.Filters ?? old.Filters,
            CustomHeaderNames = settings.CustomHeaders is { } headers ? [.. headers.Keys] : old.CustomHeaderNames,
            Subject = settings.Subject is null ? old.Subject : settings.Subject.Length > 0 ? settings.Subject : null,
            MaxRetries = settings.MaxRetries ?? old.MaxRetries,
            RetryDelay = settings.RetryDelay ?? old.RetryDelay,
            RateLimitPerMinute = settings.RateLimitPerMinute ?? old.RateLimitPerMinute,
            IsActive = settings.IsActive ?? old.IsActive,
            DisabledReason = isRevived ? null : old.DisabledReason,
            ConsecutiveDeadLetters = isRevived ? 0 : old.ConsecutiveDeadLetters,
            UpdatedAt = time.GetUtcNow(),
        };
    }

    private void RequireSound(WebhookSettings settings)
    {
        if (Check(settings) is [var fault, ..])
            throw new ArgumentException($"{fault.Setting} {fault.Message}.", nameof(settings));
    }
}
