namespace Trellis.Aerostack;

/// <summary>What has become of the connection. Contract section 7.5.</summary>
public enum RealtimeStatus
{
    /// <summary>Nobody has asked for one.</summary>
    Idle,

    /// <summary>It is being made for the first time.</summary>
    Connecting,

    /// <summary>It stands.</summary>
    Connected,

    /// <summary>It broke, or could not be made, and will be tried again.</summary>
    Reconnecting,

    /// <summary>It was ended, or is not tried any more.</summary>
    Disconnected,
}
