using Trellis.Testing;

namespace Trellis.Ascend.Tests;

/// <summary>A client over scripted answers and a clock that never waits; its jitter is fixed in the middle.</summary>
internal sealed class AscendFixture : IDisposable
{
    public const string Key = "owkai_live_TESTKEY";

    public AscendFixture(params StubAnswer[] answers)
        : this(null, answers)
    {
    }

    public AscendFixture(Action<AscendClientOptions>? configure, params StubAnswer[] answers)
        : this(configure, new StubTransport(answers))
    {
    }

    public AscendFixture(Action<AscendClientOptions>? configure, StubTransport transport, ManualTimeProvider? clock = null)
    {
        Clock = clock ?? new ManualTimeProvider(new DateTimeOffset(2026, 1, 15, 10, 30, 0, TimeSpan.Zero)) { AutoAdvance = true };
        Transport = transport;
        var options = new AscendClientOptions
        {
            BaseUrl = new Uri("https://ascend.test"),
            ApiKey = Key,
            AgentId = "agent-1",
            AgentName = "Agent One",
            TimeProvider = Clock,
            Randomness = () => 0.5,
        };
        configure?.Invoke(options);
        Client = new AscendClient(new HttpMessageInvoker(Transport, disposeHandler: false), options);
    }

    public static AgentAction Action { get; } = new() { ActionType = "database.query", Resource = "production_db" };

    public ManualTimeProvider Clock { get; }

    public StubTransport Transport { get; }

    public AscendClient Client { get; }

    public void Dispose()
    {
        Client.Dispose();
        Transport.Dispose();
    }
}
