namespace Trellis.Ascend;

/// <summary>A heartbeat as it is sent.</summary>
internal sealed record HeartbeatBody(
    string AgentId, string SdkVersion, string Timestamp, double? ResponseTimeMs, double? ErrorRate, long? RequestsCount);
