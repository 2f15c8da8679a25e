using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Trellis.Server.Kernel.Outbound;
using Trellis.Server.Kernel.Telemetry;

namespace Trellis.Server.Kernel.Webhooks;

/// <summary>Registers webhooks.</summary>
public static class WebhookServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="IWebhookOutbox"/>, <see cref="IWebhookSubscriptions"/>, <see cref="IWebhookDeliveries"/>, <see cref="IWebhookTester"/> and
    /// the services that deliver and forget. Needs an <see cref="Storage.IStore"/> and a <see cref="Secrets.SecretProtector"/>; each platform
    /// adds its <see cref="IWebhookFormat"/>.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The configuration section <c>webhooks</c>.</param>
    /// <exception cref="ArgumentException">The configuration is not valid.</exception>
    public static IServiceCollection AddWebhooks(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);

        var options = new WebhookOptions();
        section.Bind(options);
        options.Validate();

        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(RandomNumberGenerator.Create());
        services.TryAddSingleton<ServerTelemetry>();
        services.AddSingleton(options);
        services.AddSingleton<WebhookFormats>();
        services.AddSingleton<WebhookSignal>();
        services.AddSingleton<WebhookDirectory>();
        services.AddSingleton<IWebhookOutbox, WebhookOutbox>();
        services.AddSingleton(new WebhookGuard(new OutboundGuard(new OutboundPolicy(options.AllowLoopback))));
        services.AddSingleton<WebhookSecrets>();
        services.AddSingleton<IWebhookSubscriptions, WebhookSubscriptions>();
        services.AddSingleton<IWebhookDeliveries, WebhookDeliveries>();
        services.AddSingleton<WebhookSender>();
        services.AddSingleton<IWebhookTester, WebhookTester>();
        services.AddSingleton<WebhookClaims>();
        services.AddSingleton<WebhookSettlement>();
        services.AddHostedService<WebhookDispatcher>();
        services.AddHostedService<WebhookPurge>();
        return services;
    }
}
