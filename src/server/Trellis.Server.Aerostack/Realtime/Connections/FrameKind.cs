namespace Trellis.Server.Aerostack.Realtime.Connections;

/// <summary>What a client has sent.</summary>
internal enum FrameKind
{
    /// <summary>A text, whole.</summary>
    Text,

    /// <summary>Bytes, which the protocol does not know.</summary>
    Binary,

    /// <summary>More than the server takes.</summary>
    TooLong,

    /// <summary>A farewell.</summary>
    Close,
}
