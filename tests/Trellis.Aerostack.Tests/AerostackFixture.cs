using Trellis.Testing;

namespace Trellis.Aerostack.Tests;

/// <summary>A client over scripted answers and a clock that never waits; its jitter is fixed in the middle.</summary>
internal sealed class AerostackFixture : IDisposable
{
    public const string Key = "ac_secret_test1";

    public AerostackFixture(params StubAnswer[] answers)
        : this(null, answers)
    {
    }

    public AerostackFixture(Action<AerostackClientOptions>? configure, params StubAnswer[] answers)
    {
        Transport = new StubTransport(answers);
        var options = new AerostackClientOptions
        {
            BaseUrl = new Uri("https://api.aerostack.test/v1"),
            ApiKey = Key,
            TimeProvider = Clock,
            Randomness = () => 0.5,
        };
        configure?.Invoke(options);
        Client = new AerostackClient(new HttpMessageInvoker(Transport, disposeHandler: false), options);
    }

    public ManualTimeProvider Clock { get; } = new() { AutoAdvance = true };

    public StubTransport Transport { get; }

    public AerostackClient Client { get; }

    public string LastBody => Transport.LastRequest.BodyText;

    public void Dispose()
    {
        Client.Dispose();
        Transport.Dispose();
    }
}
