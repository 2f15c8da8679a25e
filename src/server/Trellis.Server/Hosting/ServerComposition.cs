using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Trellis.Server.Console;
using Trellis.Server.Kernel.Approvals;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Blobs;
using Trellis.Server.Kernel.Faults;
using Trellis.Server.Kernel.Health;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Idempotency;
using Trellis.Server.Kernel.Identity;
using Trellis.Server.Kernel.Jobs;
using Trellis.Server.Kernel.Models;
using Trellis.Server.Kernel.OpenApi;
using Trellis.Server.Kernel.Passwords;
using Trellis.Server.Kernel.Secrets;
using Trellis.Server.Kernel.Storage;
using Trellis.Server.Kernel.Telemetry;
using Trellis.Server.Kernel.Webhooks;

namespace Trellis.Server;

/// <summary>Puts the server together: web server, kernel, platforms.</summary>
internal static class ServerComposition
{
    /// <exception cref="ServerStartException">A section of the configuration is wrong.</exception>
    public static WebApplication Build(
        TrellisServerOptions options,
        DataDirectory data,
        IReadOnlyList<ListenUrl> urls,
        IStore store,
        ServerTelemetry telemetry,
        ILoggerFactory loggers)
    {
        // The empty builder: no settings files, no environment variables and no middleware but those named here.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(ReadSections(options.Configuration));

        WebServer.Configure(builder.WebHost, options, urls, builder.Configuration.GetSection("tls"));
        builder.Services.AddRoutingCore();
        builder.Services.AddRequestClaims();
        builder.Services.AddInProcessServer();
        builder.Services.AddSingleton(loggers);
        builder.Services.AddSingleton(store);
        builder.Services.AddSingleton(telemetry);
        builder.Services.AddSingleton(options.TimeProvider);
        builder.Services.AddSingleton<IHostLifetime, OwnedLifetime>();

        try
        {
            builder.Services.AddSingleton(ServerIdFile.ReadOrCreate(data));
            builder.Services.AddSingleton(new DataFolder(data.Path));
            builder.Services.AddSingleton(ServerStore.Locate(options, data));
            AddKernel(builder.Services, builder.Configuration, data, options);
            foreach (var module in options.Modules)
                module.AddServices(builder.Services);
            return MapRequests(builder.Build(), options);
        }
        catch (Exception error) when (error is ModelConfigurationException or FaultPlanException)
        {
            throw new ServerStartException(ServerStartFailure.Configuration, error.Message, error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new ServerStartException(ServerStartFailure.Configuration, $"A file that the configuration names cannot be read: {error.Message}", error);
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException)
        {
            throw new ServerStartException(ServerStartFailure.Configuration, $"The configuration is wrong: {error.Message}", error);
        }
    }

    // Sections alone: the host gives single keys such as "urls" and "environment" a meaning of its own.
    private static IEnumerable<KeyValuePair<string, string?>> ReadSections(IConfiguration? configuration) =>
        configuration?.AsEnumerable().Where(static pair =>
            pair.Key.Contains(ConfigurationPath.KeyDelimiter, StringComparison.Ordinal)
            && !pair.Key.StartsWith(ServerSetting.Urls.Key + ConfigurationPath.KeyDelimiter, StringComparison.OrdinalIgnoreCase)) ?? [];

    private static void AddKernel(IServiceCollection services, ConfigurationManager configuration, DataDirectory data, TrellisServerOptions options)
    {
        services.AddIdentity(configuration.GetSection("identity"), identity => identity.SigningKeyFile ??= data.FilePath(DataFiles.SigningKey));
        services.AddAudit(configuration.GetSection("audit"));
        services.AddApprovals();
        services.AddIdempotency();
        services.AddSecrets(
            configuration.GetSection("secrets"), secrets => secrets.KeyFile = data.FilePath(secrets.KeyFile ?? DataFiles.SecretKey));
        services.AddWebhooks(configuration.GetSection("webhooks"));
        services.AddModels(configuration.GetSection("models"), data.Path);
        services.AddPasswords(configuration.GetSection("passwords"));
        services.AddJobs(configuration.GetSection("jobs"));
        services.AddBlobs(BlobLocation.Parse(options.Blobs ?? data.FilePath(DataFiles.Blobs)), options.BlobCredentials);
        services.AddFaults(options.FaultsFile);
        services.AddTelemetry(configuration.GetSection("metrics"), data.Path);
        services.AddHealth();
    }

    private static WebApplication MapRequests(WebApplication application, TrellisServerOptions options)
    {
        options.ConfigurePipeline?.Invoke(application);
        application.UseInProcessServer();
        application.UseRequestBoundary(options.Modules);

        // Whoever operates the server must be able to end the faults.
        application.UseWhen(static context => !ConsoleModule.Owns(context.Request.Path), static pipeline => pipeline.UseFaults());
        application.UseWebSockets();
        application.UseRouting();
        foreach (var module in options.Modules)
            application.MapModule(module);
        application.MapOpenApi(options.Modules);
        application.MapMetrics();
        application.MapHealth();
        return application;
    }
}
