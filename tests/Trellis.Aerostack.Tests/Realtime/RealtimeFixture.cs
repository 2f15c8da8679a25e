using System.Threading.Channels;
using Trellis.Testing;

namespace Trellis.Aerostack.Tests.Realtime;

/// <summary>A client of a real WebSocket server, on a clock that stands still.</summary>
internal sealed class RealtimeFixture : IAsyncDisposable
{
    private readonly Channel<RealtimeStatus> _statuses = Channel.CreateUnbounded<RealtimeStatus>();

    private RealtimeFixture(RealtimeServer server, Action<AerostackClientOptions>? configure)
    {
        Server = server;
        Client = server.Http.Connect(options =>
        {
            options.TimeProvider = Clock;
            options.Randomness = () => 0;
            options.ProjectId = "p1";
            configure?.Invoke(options);
        });
        Client.Realtime.StatusChanged += status => _statuses.Writer.TryWrite(status);
    }

    public ManualTimeProvider Clock { get; } = new();

    public RealtimeServer Server { get; }

    public AerostackClient Client { get; }

    public AerostackRealtime Realtime => Client.Realtime;

    public static async Task<RealtimeFixture> StartAsync(Action<AerostackClientOptions>? configure = null) => new(await RealtimeServer.StartAsync(), configure);

    /// <summary>Connects, and gives the server's side of the connection.</summary>
    public async Task<RealtimeServer.Peer> ConnectAsync()
    {
        await Realtime.ConnectAsync();
        return await Server.NextAsync();
    }

    /// <summary>Waits for a status; those before it are passed over.</summary>
    public async Task WaitForAsync(RealtimeStatus status)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await _statuses.Reader.ReadAsync(patience.Token) != status)
        {
        }
    }

    /// <summary>The statuses so far, that nobody waited for.</summary>
    public IReadOnlyList<RealtimeStatus> Statuses()
    {
        var seen = new List<RealtimeStatus>();
        while (_statuses.Reader.TryRead(out var status))
        {
            seen.Add(status);
        }

        return seen;
    }

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await Server.DisposeAsync();
    }
}
