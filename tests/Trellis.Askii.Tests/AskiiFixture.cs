using Trellis.Testing;

namespace Trellis.Askii.Tests;

/// <summary>A client over scripted answers and a clock that never waits; its jitter is fixed in the middle.</summary>
internal sealed class AskiiFixture : IDisposable
{
    public const string Token = "test-token";

    public AskiiFixture(params StubAnswer[] answers)
        : this(null, answers)
    {
    }

    public AskiiFixture(Action<AskiiClientOptions>? configure, params StubAnswer[] answers)
    {
        Transport = new StubTransport(answers);
        var options = new AskiiClientOptions
        {
            BaseUrl = new Uri("https://api.askii.test"),
            Token = Token,
            TimeProvider = Clock,
            Randomness = () => 0.5,
        };
        configure?.Invoke(options);
        Client = new AskiiClient(new HttpMessageInvoker(Transport, disposeHandler: false), options);
    }

    public ManualTimeProvider Clock { get; } = new() { AutoAdvance = true };

    public StubTransport Transport { get; }

    public AskiiClient Client { get; }

    public void Dispose()
    {
        Client.Dispose();
        Transport.Dispose();
    }
}
