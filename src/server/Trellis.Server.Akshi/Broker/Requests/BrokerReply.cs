namespace Trellis.Server.Akshi.Broker.Requests;

/// <summary>What came of a request.</summary>
/// <param name="Status">The status of the answer.</param>
/// <param name="ContentType">Its type; null for none.</param>
/// <param name="Body">Its body, with every occurrence of the secret masked.</param>
internal sealed record BrokerReply(int Status, string? ContentType, string Body);
