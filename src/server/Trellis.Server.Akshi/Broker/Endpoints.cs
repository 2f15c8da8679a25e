using Trellis.Server.Akshi.Configuration;

namespace Trellis.Server.Akshi.Broker;

/// <summary>The endpoints of the configuration that holds now. Safe for concurrent use.</summary>
internal sealed class Endpoints
{
    private volatile EndpointList _current;

    /// <summary>Reads the configuration, and reads it again whenever it changes.</summary>
    public Endpoints(RuntimeConfig config)
    {
        _current = EndpointList.Of(config.Current);
        config.Changed += next => _current = EndpointList.Of(next);
    }

    /// <summary>What holds now.</summary>
    public EndpointList Current => _current;
}
