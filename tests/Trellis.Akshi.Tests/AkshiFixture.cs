using Trellis.Testing;

namespace Trellis.Akshi.Tests;

/// <summary>A client over scripted answers and a clock that never waits; its jitter is fixed in the middle.</summary>
internal sealed class AkshiFixture : IDisposable
{
    public const string Token = "akshi-test-token-1";

    public AkshiFixture(params StubAnswer[] answers)
        : this(null, new StubTransport(answers))
    {
    }

    public AkshiFixture(Action<AkshiClientOptions>? configure, params StubAnswer[] answers)
        : this(configure, new StubTransport(answers))
    {
    }

    public AkshiFixture(Action<AkshiClientOptions>? configure, StubTransport transport)
    {
        Transport = transport;
        var options = new AkshiClientOptions
        {
            BaseUrl = new Uri("http://akshi.test:3210"),
            Token = Token,
            TimeProvider = Clock,
            Randomness = () => 0.5,
        };
        configure?.Invoke(options);
        Client = new AkshiClient(new HttpMessageInvoker(Transport, disposeHandler: false), options);
    }

    public ManualTimeProvider Clock { get; } = new() { AutoAdvance = true };

    public StubTransport Transport { get; }

    public AkshiClient Client { get; }

    public RecordedRequest Last => Transport.LastRequest;

    /// <summary>The last request's method, and its path and query as they were sent.</summary>
    public string LastLine => $"{Last.Method} {Last.Uri.PathAndQuery}";

    public void Dispose()
    {
        Client.Dispose();
        Transport.Dispose();
    }
}
