namespace Trellis.Server;

/// <summary>The exit codes of <c>trellis-server</c>. Scripts rely on them: a number never changes its meaning.</summary>
internal static class ExitCode
{
    /// <summary>It did what was asked; for a server, it was asked to stop and stopped in good order.</summary>
    public const int Success = 0;

    /// <summary>A defect of the program.</summary>
    public const int Unexpected = 1;

    /// <summary>The command line or a setting is wrong.</summary>
    public const int Usage = 2;

    /// <summary>The data directory cannot be used, another server uses it, or what was asked for is not in it.</summary>
    public const int DataDirectory = 3;

    /// <summary>The store cannot be opened or read.</summary>
    public const int Store = 4;

    /// <summary>An address cannot be listened on.</summary>
    public const int Address = 5;

    /// <summary>The audit chain is not what it was.</summary>
    public const int AuditBroken = 6;

    public static int For(ServerStartFailure failure) => failure switch
    {
        ServerStartFailure.Configuration => Usage,
        ServerStartFailure.DataDirectory => DataDirectory,
        ServerStartFailure.Store => Store,
        ServerStartFailure.Address => Address,
        _ => Unexpected,
    };
}
