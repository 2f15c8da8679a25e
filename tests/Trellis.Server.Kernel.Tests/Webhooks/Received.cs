namespace Trellis.Server.Kernel.Tests.Webhooks;

/// <summary>A request as a receiver saw it.</summary>
internal sealed record Received(string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string DeliveryId => Headers["X-Test-Delivery"];

    public string Signature => Headers["X-Test-Signature"];
}
