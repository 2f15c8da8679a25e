namespace Trellis.Server.Akshi.Inference.Routes;

/// <summary>The routes of the configuration that holds now. Safe for concurrent use.</summary>
internal sealed class RouteTable
{
    private volatile RouteSet _current = RouteSet.Empty;

    /// <summary>What holds now.</summary>
    public RouteSet Current
    {
        get => _current;
        set => _current = value;
    }
}
