namespace Trellis.LoadTest.FanOuts;

/// <summary>One of many who listen.</summary>
internal interface IListener : IAsyncDisposable
{
    /// <summary>Waits for the next message.</summary>
    /// <returns>When it was there, in ticks of the stopwatch.</returns>
    Task<long> NextAsync();
}
