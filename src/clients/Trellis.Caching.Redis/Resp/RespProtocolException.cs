namespace Trellis.Caching.Redis.Resp;

/// <summary>What arrived is not RESP, or is larger than we accept. The connection cannot be used any further.</summary>
internal sealed class RespProtocolException(string message) : Exception(message);
