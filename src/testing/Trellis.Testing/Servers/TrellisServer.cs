using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Aerostack;
using Trellis.Akshi;
using Trellis.Ascend;
using Trellis.Askii;
using Trellis.Server;
using Trellis.Server.Kernel.Faults;

namespace Trellis.Testing;

/// <summary>
/// The Trellis server in this process, with nothing in it yet: all four APIs on a loopback port, a client of each that is ready to use, a
/// clock that the test moves, faults on demand, and what was received. The same server as <c>trellis-server</c>, so a test of yours meets the
/// same answers as your program does. Safe for concurrent use; tests that run side by side should have one each. Dispose it to stop it: its
/// clients end with it, and its data are removed.
/// </summary>
/// <example>
/// <code>
/// await using var trellis = await TrellisServer.StartAsync();
/// await trellis.Aerostack.Cache.SetAsync("greeting", "hello", TimeSpan.FromMinutes(1));
/// trellis.Clock.Advance(TimeSpan.FromMinutes(2));
/// Assert.False((await trellis.Aerostack.Cache.GetAsync("greeting")).IsHit);
/// </code>
/// </example>
public sealed class TrellisServer : IAsyncDisposable
{
    private readonly Server.TrellisServer _server;
    private readonly ManualTimeProvider? _clock;
    private readonly TimeProvider _clientTime;

    // Made when they are asked for: most tests speak to one platform.
    private readonly Lazy<AskiiClient> _askii;
    private readonly Lazy<AkshiClient> _akshi;
    private readonly Lazy<AerostackClient> _aerostack;
    private readonly Lazy<AscendClient> _ascend;
    private readonly Lazy<AscendClient> _ascendAdministrator;

    private TrellisServer(Server.TrellisServer server, ManualTimeProvider? clock, ReceivedRequests requests, TestServerOptions options)
    {
        _server = server;
        _clock = clock;
        Requests = requests;
        Faults = new ServerFaults(server.Services.GetRequiredService<FaultInjector>());
        _clientTime = clock is null ? TimeProvider.System : new SharedClock(clock);
        _askii = new(MakeAskii);
        _akshi = new(MakeAkshi);
        _aerostack = new(MakeAerostack);
        _ascend = new(() => MakeAscend("apiKey", options.AgentId));
        _ascendAdministrator = new(() => MakeAscend("adminToken", agentId: null));
    }

    /// <summary>Where the server listens.</summary>
    public Uri Url => _server.Url;

    /// <summary>What the server's first start made: keys and tokens, for clients of your own.</summary>
    public ServerCredentials Credentials => _server.Credentials!;

    /// <summary>The clock of everything the server decides by time. It stands still until it is moved.</summary>
    /// <exception cref="InvalidOperationException">The server was started with <see cref="TestServerOptions.TimePasses"/>.</exception>
    public ManualTimeProvider Clock => _clock ?? throw new InvalidOperationException(
        $"The time of this server passes by itself. Start it without {nameof(TestServerOptions)}.{nameof(TestServerOptions.TimePasses)} to move its clock.");

    /// <summary>What the server has received.</summary>
    public ReceivedRequests Requests { get; }

    /// <summary>What goes wrong.</summary>
    public ServerFaults Faults { get; }

    /// <summary>A client of Askii, for the first user.</summary>
    public AskiiClient Askii => _askii.Value;

    /// <summary>A client of Akshi.</summary>
    public AkshiClient Akshi => _akshi.Value;

    /// <summary>A client of Aerostack, for the first project with its secret key.</summary>
    public AerostackClient Aerostack => _aerostack.Value;

    /// <summary>A client of ASCEND, for <see cref="TestServerOptions.AgentId"/>.</summary>
    public AscendClient Ascend => _ascend.Value;

    /// <summary>A client of ASCEND, for the administrator: it decides approvals and keeps policies.</summary>
    public AscendClient AscendAdministrator => _ascendAdministrator.Value;

    /// <summary>The server's services, to look at what no API shows.</summary>
    public IServiceProvider Services => _server.Services;

    /// <summary>Starts a server. When the task is done, it listens.</summary>
    /// <param name="options">What to start it with; null for the defaults.</param>
    /// <param name="cancellationToken">Gives up starting; nothing is left running.</param>
    /// <exception cref="ServerStartException">The server cannot start with these options; the message says why.</exception>
    public static async Task<TrellisServer> StartAsync(TestServerOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new TestServerOptions();
        var clock = options.TimePasses ? null : new ManualTimeProvider(options.Start ?? ThisSecond());
        var requests = new ReceivedRequests();
        var server = await Server.TrellisServer.StartAsync(
            new TrellisServerOptions
            {
                TimeProvider = clock ?? TimeProvider.System,
                DataDirectory = options.DataDirectory,
                Store = options.Store,
                Configuration = new ConfigurationBuilder().AddInMemoryCollection(options.Settings).Build(),
                ConfigureLogging = options.ConfigureLogging,
                ConfigurePipeline = pipeline => pipeline.Use(new RequestRecorder(requests, options.MaxRecordedBodyBytes).InvokeAsync),
            },
            cancellationToken).ConfigureAwait(false);
        return new TrellisServer(server, clock, requests, options);
    }

    /// <summary>Makes a client of the server's address without any credential. The caller disposes it.</summary>
    public HttpClient CreateHttpClient() => new() { BaseAddress = Url };

    /// <summary>Stops the server and disposes its clients.</summary>
    public async ValueTask DisposeAsync()
    {
        DisposeIfMade(_askii);
        DisposeIfMade(_akshi);
        DisposeIfMade(_aerostack);
        DisposeIfMade(_ascend);
        DisposeIfMade(_ascendAdministrator);
        await _server.DisposeAsync().ConfigureAwait(false);
    }

    private static DateTimeOffset ThisSecond() => DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());

    private static void DisposeIfMade<T>(Lazy<T> client)
        where T : class, IDisposable
    {
        if (client.IsValueCreated)
            client.Value.Dispose();
    }

    private AskiiClient MakeAskii() =>
        new(new AskiiClientOptions { BaseUrl = Url, Token = Credentials.Reveal("askii", "token"), TimeProvider = _clientTime });

    private AkshiClient MakeAkshi() =>
        new(new AkshiClientOptions { BaseUrl = Url, Token = Credentials.Reveal("akshi", "token"), TimeProvider = _clientTime });

    private AerostackClient MakeAerostack() => new(new AerostackClientOptions
    {
        BaseUrl = new Uri(Url, "/v1"),
        ApiKey = Credentials.Reveal("aerostack", "apiKey"),
        ProjectId = Credentials.Reveal("aerostack", "project"),
        TimeProvider = _clientTime,
    });

    private AscendClient MakeAscend(string credential, string? agentId) => new(new AscendClientOptions
    {
        BaseUrl = Url,
        ApiKey = Credentials.Reveal("ascend", credential),
        AgentId = agentId,
        TimeProvider = _clientTime,
    });
}
