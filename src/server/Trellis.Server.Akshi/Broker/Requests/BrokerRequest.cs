namespace Trellis.Server.Akshi.Broker.Requests;

/// <summary>A request that an agent wants sent.</summary>
/// <param name="Agent">The agent.</param>
/// <param name="Method">The method.</param>
/// <param name="Url">The address.</param>
/// <param name="Headers">The headers that the agent sets; one that carries the secret is replaced.</param>
/// <param name="Body">The body; null for none.</param>
/// <param name="ContentType">The type of the body.</param>
internal sealed record BrokerRequest(
    string Agent, string Method, Uri Url, IReadOnlyList<KeyValuePair<string, string>> Headers, string? Body, string? ContentType);
