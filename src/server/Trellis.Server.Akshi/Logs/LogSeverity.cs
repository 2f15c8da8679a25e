namespace Trellis.Server.Akshi.Logs;

/// <summary>How much a line of the runtime's log matters, rising (contract, section 2.4).</summary>
internal enum LogSeverity
{
    /// <summary><c>trace</c>.</summary>
    Trace,

    /// <summary><c>debug</c>.</summary>
    Debug,

    /// <summary><c>info</c>.</summary>
    Info,

    /// <summary><c>warn</c>.</summary>
    Warn,

    /// <summary><c>error</c>.</summary>
    Error,
}
