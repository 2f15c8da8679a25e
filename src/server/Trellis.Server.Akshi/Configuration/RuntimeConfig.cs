namespace Trellis.Server.Akshi.Configuration;

/// <summary>The configuration that holds now. Safe for concurrent use.</summary>
/// <param name="first">What holds at the start.</param>
internal sealed class RuntimeConfig(RuntimeConfiguration first)
{
    private volatile RuntimeConfiguration _current = first;

    /// <summary>Tells of a new configuration, on the thread that made the exchange, once <see cref="Current"/> is it. Must be quick and not throw.</summary>
    public event Action<RuntimeConfiguration>? Changed;

    /// <summary>What holds now. Read it once per action: two reads may differ.</summary>
    public RuntimeConfiguration Current => _current;

    /// <summary>Exchanges the whole. Callers take turns by themselves.</summary>
    public void Exchange(RuntimeConfiguration next)
    {
        _current = next;
        Changed?.Invoke(next);
    }
}
