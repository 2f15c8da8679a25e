namespace Trellis.Server;

/// <summary>Why a server did not start.</summary>
public enum ServerStartFailure
{
    /// <summary>A setting, an address or a configuration file is wrong.</summary>
    Configuration,

    /// <summary>The data directory cannot be used, or another server uses it.</summary>
    DataDirectory,

    /// <summary>The store cannot be opened or brought up to date.</summary>
    Store,

    /// <summary>An address cannot be listened on, for example because it is taken.</summary>
    Address,
}
