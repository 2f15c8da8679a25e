namespace Trellis.LoadTest.FanOuts;

/// <summary>A server that tells one message to many.</summary>
internal interface IFanOut : IAsyncDisposable
{
    /// <summary>What is told to whom.</summary>
    string Name { get; }

    /// <summary>Begins to listen; returns when the server knows.</summary>
    Task<IListener> ListenAsync();

    /// <summary>Tells everybody a message.</summary>
    Task PublishAsync();
}
