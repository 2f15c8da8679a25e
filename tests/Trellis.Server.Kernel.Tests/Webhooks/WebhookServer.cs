using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Trellis.Server.Kernel.Secrets;
using Trellis.Server.Kernel.Storage;
using Trellis.Server.Kernel.Webhooks;

namespace Trellis.Server.Kernel.Tests.Webhooks;

/// <summary>The webhooks of one server; several may share a store.</summary>
internal sealed class WebhookServer : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly TimeProvider _time;
    private bool _isDisposed;

    public WebhookServer(IStore store, TimeProvider time, SecretProtector? secrets = null, params (string Key, string Value)[] settings)
    {
        Store = store;
        Secrets = secrets ?? new SecretProtector(new SecretOptions(), RandomNumberGenerator.Create());
        _time = time;
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create("allowLoopback", (string?)"true")])
            .AddInMemoryCollection(settings.Select(static setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));

        var services = new ServiceCollection();
        services.AddSingleton(store);
        services.AddSingleton(time);
        services.AddSingleton(Secrets);
        services.AddSingleton<IWebhookFormat, TestFormat>();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        services.AddWebhooks(configuration.Build());
        _services = services.BuildServiceProvider(validateScopes: true);
    }

    public IStore Store { get; }

    public SecretProtector Secrets { get; }

    public EventLog Log { get; } = new();

    public IWebhookOutbox Outbox => _services.GetRequiredService<IWebhookOutbox>();

    public IWebhookSubscriptions Subscriptions => _services.GetRequiredService<IWebhookSubscriptions>();

    public IWebhookDeliveries Deliveries => _services.GetRequiredService<IWebhookDeliveries>();

    public IWebhookTester Tester => _services.GetRequiredService<IWebhookTester>();

    public WebhookSettlement Settlement => _services.GetRequiredService<WebhookSettlement>();

    public WebhookClaims Claims => _services.GetRequiredService<WebhookClaims>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task<WebhookServer> StartAsync()
    {
        foreach (var service in _services.GetServices<IHostedService>())
            await service.StartAsync(Cancellation);
        return this;
    }

    public async Task<NewWebhook> SubscribeAsync(Uri url, WebhookSettings? settings = null, long organisation = 1, string platform = "test")
    {
        var complete = new WebhookSettings
        {
            Url = url,
            Events = settings?.Events ?? ["*"],
            Filters = settings?.Filters,
            Subject = settings?.Subject,
            CustomHeaders = settings?.CustomHeaders,
            IsActive = settings?.IsActive,
            MaxRetries = settings?.MaxRetries,
            RateLimitPerMinute = settings?.RateLimitPerMinute,
            Secret = settings?.Secret,
        };
        return (await Store.WriteAsync(session => Subscriptions.AddAsync(session, organisation, platform, "tester", complete), Cancellation))!;
    }

    public WebhookEvent Event(string name = "thing.done", string data = "{}", string? subject = null, long organisation = 1, string platform = "test") => new()
    {
        OrganisationId = organisation,
        Platform = platform,
        Event = name,
        Data = Encoding.UTF8.GetBytes(data),
        At = _time.GetUtcNow(),
        Subject = subject,
    };

    public Task<int> EnqueueAsync(WebhookEvent? webhookEvent = null) =>
        Store.WriteAsync(session => Outbox.EnqueueAsync(session, webhookEvent ?? Event()), Cancellation).AsTask();

    public Task<WebhookDelivery> DeliveryAsync(string id) =>
        Store.ReadAsync(async session => (await Deliveries.FindAsync(session, 1, "test", id))!, Cancellation).AsTask();

    public Task<IReadOnlyList<WebhookAttempt>> AttemptsAsync(string id) =>
        Store.ReadAsync(session => Deliveries.ListAttemptsAsync(session, 1, "test", id), Cancellation).AsTask();

    public Task<IReadOnlyList<WebhookDelivery>> DeadAsync() =>
        Store.ReadAsync(session => Deliveries.ListDeadAsync(session, 1, "test", 100, 0), Cancellation).AsTask();

    public Task<WebhookSubscription?> FindAsync(string id) =>
        Store.ReadAsync(session => Subscriptions.FindAsync(session, 1, "test", id), Cancellation).AsTask();

    public Task<WebhookSubscription?> UpdateAsync(string id, WebhookSettings settings) =>
        Store.WriteAsync(session => Subscriptions.UpdateAsync(session, 1, "test", id, settings), Cancellation).AsTask();

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, true))
            return;

        foreach (var service in _services.GetServices<IHostedService>())
            await service.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
    }
}
