namespace Trellis.LoadTest;

/// <summary>Servers under load, all in this process, and what is asked of them.</summary>
internal interface ISubject : IAsyncDisposable
{
    /// <summary>The requests; the first one is what the others are compared with.</summary>
    IReadOnlyList<Scenario> Scenarios { get; }

    /// <summary>With how many connections, one table each.</summary>
    IReadOnlyList<int> Connections { get; }
}
