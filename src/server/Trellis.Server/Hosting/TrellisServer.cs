using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Identity;
using Trellis.Server.Kernel.Storage;
using Trellis.Server.Kernel.Telemetry;

namespace Trellis.Server;

/// <summary>
/// A running server: the same as the executable's, in this process. Safe for concurrent use. Dispose it to stop it; what it holds (the
/// addresses, the data directory, the store) is free again when that is done.
/// </summary>
/// <example>
/// <code>
/// await using var server = await TrellisServer.StartAsync(new TrellisServerOptions(), cancellationToken);
/// var token = server.Credentials!.Reveal("askii", "token");
/// </code>
/// </example>
public sealed class TrellisServer : IAsyncDisposable
{
    private readonly TrellisServerOptions _options;
    private readonly DataDirectory _data;
    private readonly ILoggerFactory _loggers;
    private readonly ServerTelemetry _telemetry = new();
    private IStore? _store;
    private WebApplication? _application;
    private bool _isDisposed;

    private TrellisServer(TrellisServerOptions options)
    {
        _options = options;
        _data = Trellis.Server.DataDirectory.Open(options.DataDirectory);
        _loggers = LoggerFactory.Create(logging => ServerLogging.Configure(logging, options.ConfigureLogging));
    }

    /// <summary>The addresses it listens on, with the ports that the operating system chose.</summary>
    public IReadOnlyList<Uri> Urls { get; private set; } = [];

    /// <summary>The first of <see cref="Urls"/> as a caller on this machine writes it: a wildcard becomes 127.0.0.1.</summary>
    public Uri Url => ReachableUrl.Of(Urls[0]);

    /// <summary>The full path of the data directory.</summary>
    public string DataDirectory => _data.Path;

    /// <summary>What the first start made; null with <see cref="TrellisServerOptions.Bootstrap"/> off.</summary>
    public ServerCredentials? Credentials { get; private set; }

    /// <summary>The server's services.</summary>
    public IServiceProvider Services => _application!.Services;

    /// <summary>Starts a server. When the task is done, the server listens.</summary>
    /// <param name="options">What to start it with.</param>
    /// <param name="cancellationToken">Gives up starting; nothing is left running.</param>
    /// <exception cref="ServerStartException">The server cannot start with these options.</exception>
    public static async Task<TrellisServer> StartAsync(TrellisServerOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);

        var urls = ListenUrls.Parse(options);
        var server = new TrellisServer(options);
        try
        {
            await server.OpenAsync(urls, cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops listening, lets running requests finish within <see cref="TrellisServerOptions.ShutdownTimeout"/>, and frees everything.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, true))
            return;

        try
        {
            if (Urls.Count > 0)
                await StopAsync(_application!);
        }
        finally
        {
            if (_application is not null)
                await _application.DisposeAsync();
            if (_store is not null)
                await _store.DisposeAsync();
            _telemetry.Dispose();
            _loggers.Dispose();
            _data.Dispose();
        }
    }

    // Requests end before the services that still write, so that the last audit checkpoint covers them, and however long they take it is written.
    private async Task StopAsync(WebApplication application)
    {
        using var patience = new CancellationTokenSource(_options.ShutdownTimeout);
        application.Lifetime.StopApplication();
        await application.Services.GetRequiredService<IServer>().StopAsync(patience.Token);
        await application.StopAsync(CancellationToken.None);
    }

    private async Task OpenAsync(IReadOnlyList<ListenUrl> urls, CancellationToken cancellationToken)
    {
        var location = ServerStore.Locate(_options, _data);
        var store = await ServerStore.OpenAsync(location, _options.Modules, _options.TimeProvider, _loggers, cancellationToken);
        _store = _telemetry.Observe(store, location, _options.TimeProvider);
        _application = ServerComposition.Build(_options, _data, urls, _store, _telemetry, _loggers);

        await PrepareSigningKeyAsync(cancellationToken);
        var bootstrap = new Bootstrap(_application.Services, _options.Modules, _data.FilePath(DataFiles.Credentials));
        var organisationId = await FirstOrganisation.EnsureAsync(
            _store, Services.GetRequiredService<IOrganisationDirectory>(), _options.TimeProvider, cancellationToken);
        var credentials = _options.Bootstrap ? await bootstrap.MakeCredentialsAsync(organisationId, cancellationToken) : null;

        await ListenAsync(cancellationToken);
        Credentials = credentials is null ? null : bootstrap.Publish(credentials, Url);
    }

    private async Task PrepareSigningKeyAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Services.GetRequiredService<SigningKeys>().GetCurrentKeyIdAsync(cancellationToken);
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            throw new ServerStartException(
                ServerStartFailure.DataDirectory, $"The signing key '{_data.FilePath(DataFiles.SigningKey)}' cannot be read: {error.Message}", error);
        }
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _application!.StartAsync(cancellationToken);
        }
        catch (Exception error) when (error is IOException or SocketException)
        {
            throw new ServerStartException(ServerStartFailure.Address, $"The server cannot listen: {error.Message}", error);
        }

        var addresses = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        Urls = [.. addresses.Select(static address => new Uri(address))];
    }
}
