namespace Trellis.TestInfrastructure.Http;

/// <summary>A request as a receiver saw it.</summary>
public sealed record Received(string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body);
