namespace Trellis.Server.Akshi.Broker.Requests;

/// <summary>The request was allowed and no answer came. The message names the host and no address or secret.</summary>
internal sealed class BrokerFailedException(string message, Exception? inner = null) : Exception(message, inner);
