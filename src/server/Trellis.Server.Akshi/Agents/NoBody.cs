namespace Trellis.Server.Akshi.Agents;

/// <summary>An agent of a kind that this runtime does not run.</summary>
internal sealed class NoBody : IAgentBody
{
    /// <inheritdoc/>
    public long HeapBytes => 0;

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always: nothing may take its place.</exception>
    public Task<string?> RunAsync(Tick tick) => throw new NotSupportedException("This runtime runs no agents of this kind.");
}
